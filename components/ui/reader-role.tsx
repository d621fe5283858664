'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '@/lib/roles'

// The role of the person at the screen, for words that depend on it. What a person may do is asked of the server.

const Context = createContext<Role | null>(null)
const Book = createContext(false)

export type RoleProviderProps = {
  role: Role
  /** There is a copy of the whole book. */
  bookRead: boolean
  children: ReactNode
}

export function RoleProvider({ role, bookRead, children }: RoleProviderProps) {
  return (
    <Context value={role}>
      <Book value={bookRead}>{children}</Book>
    </Context>
  )
}

/** Whether there is a copy of the whole book, so that it can be summed up. */
export const useBookRead = (): boolean => useContext(Book)

/** The role of who is signed in; null where nobody is. */
export const useRole = (): Role | null => useContext(Context)
