import { type Cloud, findCloud, type State } from './state.ts';

/**
 * The cloud that is meant by this cloudId on this messaging host. The host "may differ by region or deployment" (marketplace
 * requirements): a cloudId is known in its own region only, so the right cloudId on the wrong host is nobody.
 */
export function findCloudAt(state: Pick<State, 'clouds'>, cloudId: string, host: string): Cloud | undefined {
  const cloud = findCloud(state, cloudId);
  if (cloud === undefined) return undefined;
  const isHere =
    cloud.messagingHost === undefined
      ? !state.clouds.some(({ messagingHost }) => messagingHost !== undefined && isSameHost(messagingHost, host))
      : isSameHost(cloud.messagingHost, host);
  return isHere ? cloud : undefined;
}

/** A region that names no port is reached through any: what stands in front of this program may bring its own. */
function isSameHost(region: string, asked: string): boolean {
  const [one, other] = [region.toLowerCase(), asked.toLowerCase()];
  return one === other || one === other.replace(/:\d+$/, '');
}
