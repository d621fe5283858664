/** Where no frame comes, as in a window behind others. A slow frame takes less. */
const WITHOUT_FRAME_MS = 500

/** Does `act` once what has just been drawn is on screen: when the frame after it has begun. Answers what calls it off. */
export function afterPaint(act: () => void): () => void {
  if (document.hidden) {
    const soon = setTimeout(act)
    return () => clearTimeout(soon)
  }
  let turn: ReturnType<typeof setTimeout> | undefined
  const once = () => {
    callOff()
    act()
  }
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      turn = setTimeout(once)
    })
  })
  const otherwise = setTimeout(once, WITHOUT_FRAME_MS)
  const callOff = () => {
    cancelAnimationFrame(frame)
    clearTimeout(turn)
    clearTimeout(otherwise)
  }
  return callOff
}
