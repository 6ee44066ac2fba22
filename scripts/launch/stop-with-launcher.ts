// Loaded into each child before its own code: when the launcher dies, even by kill -9, its channel closes and the child
// ends in its own orderly way instead of living on with the port.
if (process.channel !== undefined && process.channel !== null) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
