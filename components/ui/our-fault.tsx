// For pages that broke while they were made. Every page carries these along in case, so they stand on nothing else.

export const OUR_FAULT = {
  title: 'Something went wrong with this dashboard.',
  text: 'The fault is ours and is in the log. Give this reference when you report it.',
}

/** Our own mistake, said in the same words as everywhere. `reference`: finds it in the log. */
export function OurFault({ reference, onRetry }: { reference: string | undefined; onRetry: () => void }) {
  return (
    <>
      <h1 className="text-page font-strong">{OUR_FAULT.title}</h1>
      <p className="mb-3 max-w-[62ch] text-ink-2">{OUR_FAULT.text}</p>
      <div className="flex items-center gap-3">
        <button
          type="button"
          onClick={onRetry}
          className="inline-flex h-8 flex-none items-center justify-center whitespace-nowrap rounded-control border border-accent bg-accent px-3 font-strong text-[0.84375rem] text-on-accent hover:border-accent-hover hover:bg-accent-hover"
        >
          Try again
        </button>
        {reference && <span className="text-small text-ink-3">{reference}</span>}
      </div>
    </>
  )
}
