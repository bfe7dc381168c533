import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

const plainFetch = (fetch: FetchNode): boolean =>
  !fetch.inputRewrites?.length && !fetch.outputRewrites?.length && !fetch.contextRewrites?.length;

const plainNode = (node: PlanNode | undefined): boolean => {
  switch (node?.kind) {
    case undefined:
      return true;
    case 'Fetch':
      return plainFetch(node);
    case 'Flatten':
      return plainNode(node.node);
    case 'Condition':
      return plainNode(node.ifClause) && plainNode(node.elseClause);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.every(plainNode);
    case 'Defer':
      return false;
  }
};

/** True for plans our executor takes on; rewrites of names and types (rare: interface objects, clashing aliases) are left to the stock one. */
export const supportsPlan = ({ node }: QueryPlan): boolean =>
  node?.kind === 'Subscription' ? plainFetch(node.primary) && plainNode(node.rest) : plainNode(node);
