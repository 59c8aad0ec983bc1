// Loaded before a server's own code (`node --import`): tells the bench, when asked, how much CPU time the process has used so far.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
// A server whose bench has gone is of no use to anybody.
process.on('disconnect', () => process.exit(0));
