/** Where no frame comes, as in a tab that is not looked at. */
const WITHOUT_FRAME_MS = 100

/** Does `act` once what has just been drawn is on screen. Answers what calls it off. */
export function afterPaint(act: () => void): () => void {
  let turn: ReturnType<typeof setTimeout> | undefined
  const once = () => {
    callOff()
    act()
  }
  const frame = requestAnimationFrame(() => {
    turn = setTimeout(once)
  })
  const otherwise = setTimeout(once, WITHOUT_FRAME_MS)
  const callOff = () => {
    cancelAnimationFrame(frame)
    clearTimeout(turn)
    clearTimeout(otherwise)
  }
  return callOff
}
