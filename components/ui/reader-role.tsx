'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '@/lib/roles'

// The role of the person at the screen, for words that depend on it. What a person may do is asked of the server.

const Context = createContext<Role | null>(null)

export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <Context value={role}>{children}</Context>
}

/** The role of who is signed in; null where nobody is. */
export const useRole = (): Role | null => useContext(Context)
