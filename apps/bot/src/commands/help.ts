/** What can be typed. */
export function help(command: string): string {
  return [
    `\`${command}\`  opens the form that enables Acrobits Cloud Softphone for a NetSapiens environment`,
    `\`${command} status\`  shows what is under way, who is waited for and since when; add a word to search`,
    `\`${command} domain acme.example\`  adds messaging synchronization for a domain; add the cloudId when you have several environments`,
    `\`${command} help\`  shows this`,
    'Secrets are never typed into Slack: the card’s buttons open a page for each.',
  ].join('\n');
}
