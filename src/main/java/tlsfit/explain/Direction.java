package tlsfit.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tlsfit.result.Finding;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/**
 * The combination of parameters that the readings determine least, in words: what the details of
 * {@code fullRank}, {@code determined} and {@code condition} say.
 */
final class Direction {
  private static final List<String> ORDER =
      List.of(
          "chi",
          "dipoleMoment",
          "relaxationTime",
          "referenceFrequency",
          "dipoleWidth",
          "fieldExponent");

  /** Details of the same findings that belong to no combination: the ends of an interval. */
  private static final Set<String> OTHERS = Set.of("lower", "upper");

  /** Percents that would be written as 0.00. */
  private static final double NEGLIGIBLE = 0.005;

  private Direction() {}

  /** The changes, such as {@code χ +1.00 %, p -0.50 %}; empty where the finding has none. */
  static String of(Finding finding) {
    List<String> parts = new ArrayList<>();
    finding.details().entrySet().stream()
        .filter(entry -> !OTHERS.contains(entry.getKey()))
        .sorted(Comparator.comparingInt(Direction::order))
        .forEach(entry -> add(parts, entry.getKey(), entry.getValue()));
    return String.join(", ", parts);
  }

  /** A clause with the changes; empty where the finding has none. */
  static String clause(Finding finding, String before, String after) {
    String direction = of(finding);
    return direction.isEmpty() ? "" : before + direction + after;
  }

  private static int order(Map.Entry<String, Double> entry) {
    int known = ORDER.indexOf(entry.getKey());
    return known < 0 ? ORDER.size() : known;
  }

  private static void add(List<String> parts, String name, double change) {
    switch (name) {
      case "chi", "dipoleMoment", "relaxationTime", "dipoleWidth" -> {
        if (Math.abs(change) >= NEGLIGIBLE) {
          parts.add(
              QuantitySymbol.of(name) + " " + sign(change) + NumberText.fixed(change, 2) + " %");
        }
      }
      case "referenceFrequency" ->
          parts.add(QuantitySymbol.of(name) + " " + NumberText.signed(change, 3) + " Hz");
      case "fieldExponent" ->
          parts.add(QuantitySymbol.of(name) + " " + NumberText.signed(change, 2));
      default ->
          parts.add(
              SlowText.ofTable(name)
                  .map(slow -> "(" + slow + ") " + NumberText.signed(change, 3) + " Hz")
                  .orElseGet(() -> "(" + name + ") " + NumberText.signed(change, 2) + " σ"));
    }
  }

  private static String sign(double change) {
    return change > 0 ? "+" : "";
  }
}
