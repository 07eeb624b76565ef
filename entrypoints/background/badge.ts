import { showBadge } from '@/utils/browser/badge';
import type { JobCounts } from '@/utils/core/ports';
import { badgeText } from '@/utils/core/report/badge';
import { t, tCount } from '@/utils/i18n/translate';

function titleOf({ open, unseen }: JobCounts): string {
  const title = open > 0 ? tCount('badge.open', open) : t('badge.idle');
  return unseen > 0 ? `${title}\n${tCount('badge.unseen', unseen)}` : title;
}

/** Shows on the toolbar button how the jobs stand; where that cannot be read, that storage does not work. */
export function showCounts(counts: JobCounts | undefined): Promise<void> {
  if (!counts) return showBadge('!', t('badge.storage'), true);
  return showBadge(badgeText(counts), titleOf(counts), counts.unseen > 0);
}
