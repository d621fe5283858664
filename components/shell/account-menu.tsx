'use client'

import { ChevronDown, Keyboard, LogOut } from 'lucide-react'
import { useState } from 'react'
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuLine } from '@/components/ui/menu'
import { say } from '@/components/ui/updates'
import { signOut } from './sign-out'
import { applyTheme, THEMES, type Theme } from './theme'

const THEME_WORDS: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'As the system' }

export type AccountMenuProps = {
  name: string
  email: string
  role: string
  theme: Theme
  onShortcuts: () => void
}

/** Who is signed in, the theme, the keys, the way out. */
export function AccountMenu({ name, email, role, theme, onShortcuts }: AccountMenuProps) {
  const [chosen, setChosen] = useState(theme)
  const choose = (next: Theme) => {
    setChosen(next)
    applyTheme(next)
  }
  return (
    <Menu
      label="Account menu"
      end
      trigger={(props) => (
        <button
          {...props}
          aria-label={`Account menu, ${name}`}
          className="flex h-8 items-center gap-2 rounded-control px-1.5 text-small text-ink-2 hover:bg-hover max-sm:h-11 max-sm:px-2.5"
        >
          <span
            aria-hidden
            data-letter={name.slice(0, 1).toUpperCase()}
            className="grid size-6 place-items-center rounded-full bg-press text-[0.6875rem] font-strong text-ink before:content-[attr(data-letter)]"
          />
          <span className="max-sm:hidden">{name}</span>
          <ChevronDown size={14} strokeWidth={1.9} aria-hidden className="max-sm:hidden" />
        </button>
      )}
    >
      {(close) => (
        <>
          <div className="px-2.5 pt-1.5 pb-2">
            <div className="text-[0.84375rem] font-strong">{name}</div>
            {role !== name && <div className="text-small text-ink-2">{role}</div>}
            <div className="truncate text-small text-ink-3">{email}</div>
          </div>
          <MenuLine />
          <MenuGroup label="Theme">
            {THEMES.map((own) => (
              <MenuChoice key={own} chosen={own === chosen} onClick={() => choose(own)}>
                {THEME_WORDS[own]}
              </MenuChoice>
            ))}
          </MenuGroup>
          <MenuLine />
          <MenuItem
            icon={Keyboard}
            onClick={() => {
              close()
              onShortcuts()
            }}
          >
            Keyboard shortcuts
          </MenuItem>
          <MenuItem
            icon={LogOut}
            onClick={() => {
              close()
              signOut().catch(() => say('You are still signed in: this dashboard could not be reached. Try again.'))
            }}
          >
            Sign out
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
