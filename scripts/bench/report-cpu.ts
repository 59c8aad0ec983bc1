// Loaded before a server's own code (`node --import`): tells the bench, when asked, how much CPU time the process has used so far,
// or how much memory it has now.
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  process.send?.(asked === 'memory?' ? process.memoryUsage.rss() : user + system);
});
// A server whose bench has gone is of no use to anybody.
process.on('disconnect', () => process.exit(0));
