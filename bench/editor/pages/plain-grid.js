// The least that a drag can cost: forty-two cells of a CSS grid, and a div that follows the pointer.
import './plain-grid.css'

const main = document.querySelector('main')
main.className = 'grid'
for (let n = 0; n < 42; n += 1) {
  const cell = document.createElement('div')
  cell.textContent = String(n + 1)
  main.append(cell)
}
const held = document.createElement('div')
held.className = 'held'
held.textContent = '£25.32'
document.body.append(held)

let at = null
let frame = 0
addEventListener('pointermove', ({ clientX, clientY }) => {
  at = [clientX, clientY]
  if (frame !== 0) return
  frame = requestAnimationFrame(() => {
    frame = 0
    held.style.transform = `translate3d(${at[0]}px, ${at[1]}px, 0)`
  })
})
