// Loaded ahead of a program that we start: its standard input is a pipe from us, and when that closes we are gone, in whatever way.
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.on('error', () => undefined)
process.stdin.resume()
process.stdin.unref?.()
