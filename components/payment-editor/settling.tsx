'use client'

import { lazy } from 'react'

// The review and what comes of it: fetched when it is asked for, and all of it before the review is shown, so that nothing
// has to be fetched once a change is on its way.

const review = () => import('./review-upcoming')
const outcome = () => import('./outcome-view')
const saved = () => import('@/components/review/saved-panel')

/** A good time to fetch them: the pointer or the focus comes near. */
export const prepareSettling = () => void Promise.all([review(), outcome(), saved()])

export const ReviewUpcoming = lazy(async () => {
  const [{ ReviewUpcoming: own }] = await Promise.all([review(), outcome(), saved()])
  return { default: own }
})
export const OutcomeView = lazy(async () => ({ default: (await outcome()).OutcomeView }))
export const SavedPanel = lazy(async () => ({ default: (await saved()).SavedPanel }))
