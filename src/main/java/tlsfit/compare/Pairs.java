package tlsfit.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tlsfit.statistics.HolmCorrection;
import tlsfit.statistics.LimitedEstimate;

/** The pairs of samples compared by one quantity. */
final class Pairs {
  private final List<ComparedSample> samples;
  private final List<SampleLogarithm> logarithms;
  private final double level;
  private final double critical;

  Pairs(List<ComparedSample> samples, List<SampleLogarithm> logarithms, double level) {
    this.samples = samples;
    this.logarithms = logarithms;
    this.level = level;
    critical = SampleLogarithm.critical(level);
  }

  /** All pairs; or those of one sample with all others, where its number is not negative. */
  List<Pair> all(int to) {
    List<Pair> pairs = new ArrayList<>();
    List<Double> independent = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = to < 0 ? i + 1 : 0; j < samples.size(); j++) {
        if (to < 0 || (i == to && j != to)) {
          pairs.add(pair(i, j, independent));
        }
      }
    }
    return corrected(pairs, independent);
  }

  private static List<Pair> corrected(List<Pair> pairs, List<Double> independent) {
    double[] holm =
        HolmCorrection.adjust(
            pairs.stream()
                .map(Pair::pValue)
                .filter(Objects::nonNull)
                .mapToDouble(p -> p)
                .toArray());
    double[] apart = HolmCorrection.adjust(independent.stream().mapToDouble(p -> p).toArray());
    List<Pair> all = new ArrayList<>();
    int next = 0;
    for (Pair pair : pairs) {
      if (pair.pValue() == null) {
        all.add(pair);
      } else {
        all.add(pair.corrected(holm[next], apart[next]));
        next++;
      }
    }
    return List.copyOf(all);
  }

  /** Why two samples are not compared by any quantity; null if they may be. */
  static @Nullable Obstacle obstacle(ComparedSample a, ComparedSample b) {
    if (!a.model().equals(b.model())) {
      return Obstacle.OTHER_MODEL;
    }
    return a.modelEdition() == b.modelEdition() ? null : Obstacle.OTHER_EDITION;
  }

  private Pair pair(int i, int j, List<Double> independentPValues) {
    SampleLogarithm a = logarithms.get(i);
    SampleLogarithm b = logarithms.get(j);
    String first = samples.get(i).name();
    String second = samples.get(j).name();
    @Nullable Obstacle model = obstacle(samples.get(i), samples.get(j));
    if (model != null) {
      return Pair.impossible(first, second, model, "");
    }
    for (SampleLogarithm one : List.of(a, b)) {
      if (!one.isComparable()) {
        Obstacle why = Objects.requireNonNullElse(one.value().obstacle(), Obstacle.NO_INTERVAL);
        return Pair.impossible(first, second, why, one.value().sample());
      }
    }
    double shared = b.calibrationOfDifference(a);
    LimitedEstimate log =
        LimitedEstimate.difference(a.comparable(), b.comparable(), critical * shared);
    LimitedEstimate apart =
        LimitedEstimate.difference(
            a.comparable(),
            b.comparable(),
            critical * Math.hypot(a.calibration(), b.calibration()));
    LimitedEstimate difference = difference(a, b);
    double ratio = Math.exp(log.value());
    independentPValues.add(apart.pValue(0, critical));
    return new Pair(
        first,
        second,
        ratio,
        ratio
            * Math.sqrt(
                Math.pow(a.standardError(level), 2)
                    + Math.pow(b.standardError(level), 2)
                    + shared * shared),
        Math.exp(log.lower()),
        Math.exp(log.upper()),
        difference.value(),
        difference.lower(),
        difference.upper(),
        shared,
        Math.exp(apart.lower()),
        Math.exp(apart.upper()),
        log.pValue(0, critical),
        null,
        null,
        null,
        "");
  }

  /** The difference of the values themselves; what both share moves each by its own share. */
  private LimitedEstimate difference(SampleLogarithm a, SampleLogarithm b) {
    LimitedEstimate first = linear(a.comparable());
    LimitedEstimate second = linear(b.comparable());
    double square = 0;
    Map<String, Double> of = new LinkedHashMap<>();
    b.effects().forEach((key, by) -> of.merge(key, second.value() * by, Double::sum));
    a.effects().forEach((key, by) -> of.merge(key, -first.value() * by, Double::sum));
    for (double by : of.values()) {
      square += by * by;
    }
    return LimitedEstimate.difference(first, second, critical * Math.sqrt(square));
  }

  private static LimitedEstimate linear(LimitedEstimate log) {
    return new LimitedEstimate(Math.exp(log.value()), Math.exp(log.lower()), Math.exp(log.upper()));
  }
}
