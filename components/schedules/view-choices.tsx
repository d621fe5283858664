import { Trash2 } from 'lucide-react'
import { MenuChoice, MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu'
import { asView, BUILT_IN, type SavedView, type View } from '@/lib/schedules/views'

export type ViewChoicesProps = {
  view: View
  saved: readonly SavedView[]
  /** The index answers: views that need it are offered. */
  indexed: boolean
  /** The person's own view, if it is the one shown. */
  own: SavedView | null
  onChoose: (view: View) => void
  onDelete: () => void
}

/** What the menu of views offers. */
export function ViewChoices({ view, saved, indexed, own, onChoose, onDelete }: ViewChoicesProps) {
  const groups = [
    { name: 'Views', views: BUILT_IN.filter(({ needsIndex }) => indexed || !needsIndex) },
    { name: 'Mine', views: saved.filter((one) => one.own).map(asView) },
    { name: 'Shared by team leads', views: saved.filter((one) => !one.own).map(asView) },
  ].filter(({ views }) => views.length > 0)
  return (
    <>
      {groups.map(({ name, views }) => (
        <MenuGroup key={name} label={name}>
          {views.map((one) => (
            <MenuChoice key={one.id} chosen={one.id === view.id} onClick={() => onChoose(one)}>
              <span className="truncate">{one.name}</span>
            </MenuChoice>
          ))}
        </MenuGroup>
      ))}
      {own && (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} onClick={onDelete}>
            <span className="truncate">Delete view {own.name}</span>
          </MenuItem>
        </>
      )}
    </>
  )
}
