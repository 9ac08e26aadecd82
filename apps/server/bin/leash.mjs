// Preloaded into a child of ours: when the parent is gone, however it died, the child ends as on SIGTERM.
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
