'use client'

import { switchSingleKeys, useShortcuts } from '@/components/shortcuts'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'

const ALWAYS = [
  { key: 'Ctrl K', does: 'Search or jump to… (⌘ K on a Mac)' },
  { key: 'Ctrl Enter', does: 'The main button of a dialog' },
  { key: 'Esc', does: 'Close a dialog, menu or filter' },
  { key: 'Tab', does: 'Go to the next control' },
] as const

/** Every key that works on this screen, and the switch for those that act by themselves. */
export function KeyboardShortcuts({ onClose }: { onClose: () => void }) {
  const { shortcuts, on } = useShortcuts()
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <table className="w-full text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {[...shortcuts, ...ALWAYS].map(({ key, does }) => (
            <tr key={key}>
              <th scope="row" className="w-28 border-line border-b py-2 text-left">
                <span className="flex gap-1">
                  {key.split(' ').map((one) => (
                    <kbd
                      key={one}
                      className="inline-block min-w-6 rounded-[3px] border border-line-strong px-1.5 text-center font-medium font-sans text-ink-2"
                    >
                      {one}
                    </kbd>
                  ))}
                </span>
              </th>
              <td className="border-line border-b py-2">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-4">
        <Checkbox
          checked={on}
          onChange={(event) => switchSingleKeys(event.target.checked)}
          hint="Switch them off if keys set things off by chance. The choice is kept on this device."
        >
          Use single-key shortcuts
        </Checkbox>
      </div>
    </Dialog>
  )
}
