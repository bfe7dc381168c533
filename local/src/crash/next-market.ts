// Becomes the very process `npm start` runs, in two moves: the code is loaded now, and the market starts when told to.
// Loading takes longer than starting, so a crash test has the next life loaded while the present one works.
await import('../embedded/start-market.ts');

process.once('message', () => {
  void import('../embedded/main.ts');
});
// A test that was cut off leaves no market behind.
process.on('disconnect', () => process.exit(1));
if (process.connected) process.send?.({ loaded: true });
