// Loaded before a process of the distributed market. The channel closes when the market is gone; a process that is still
// being loaded then would not hear of it, because it listens once it answers, and would run for ever.
const endUnlessOrderly = () => {
  // From then on it ends in order, by itself.
  if (process.listenerCount('SIGTERM') === 0) process.exit(1);
};
process.on('disconnect', endUnlessOrderly);
if (process.send && !process.connected) process.exit(1);
