#include "tests/engine/placement/max_score/best_total.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace talentmatch::testing {

// One unit a graduate flows from the source through graduate and posting to the sink, or straight to it.
std::int64_t best_total(int graduates, const std::vector<int>& seats, const std::vector<ScoredPair>& pairs) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  const auto source = graph.addNode();
  const auto sink = graph.addNode();
  std::vector<Graph::Node> left;
  std::vector<Graph::Node> right;
  for (int g = 0; g < graduates; ++g) left.push_back(graph.addNode());
  for (std::size_t p = 0; p < seats.size(); ++p) right.push_back(graph.addNode());

  Graph::ArcMap<int> capacity(graph);
  Graph::ArcMap<std::int64_t> cost(graph);
  const auto connect = [&](Graph::Node from, Graph::Node to, int units, int score) {
    const auto arc = graph.addArc(from, to);
    capacity[arc] = units;
    cost[arc] = -score;
  };
  connect(source, sink, graduates, 0);
  for (const auto& node : left) connect(source, node, 1, 0);
  for (std::size_t p = 0; p < seats.size(); ++p) connect(right[p], sink, seats[p], 0);
  for (const auto& pair : pairs) {
    connect(left[static_cast<std::size_t>(pair.graduate)], right[static_cast<std::size_t>(pair.posting)], 1,
            pair.score);
  }

  lemon::NetworkSimplex<Graph, int, std::int64_t> simplex(graph);
  simplex.upperMap(capacity).costMap(cost).stSupply(source, sink, graduates);
  simplex.run();
  return -simplex.totalCost();
}

}  // namespace talentmatch::testing
