package tlsfit.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Covariate;
import tlsfit.units.Unit;

/** The values of one covariate, in the unit of the first sample that has it. */
final class CovariateValues {
  private final List<@Nullable Double> values = new ArrayList<>();
  private String unit = "";

  private CovariateValues() {}

  /** Those of samples; one in a unit that does not measure the same counts as none. */
  static CovariateValues of(String name, List<ComparedSample> samples) {
    CovariateValues all = new CovariateValues();
    all.unit =
        samples.stream()
            .flatMap(sample -> sample.about().findCovariate(name).stream())
            .map(Covariate::unit)
            .findFirst()
            .orElse("");
    for (ComparedSample sample : samples) {
      Optional<Covariate> found = sample.about().findCovariate(name);
      all.values.add(found.map(all::value).orElse(null));
    }
    return all;
  }

  private @Nullable Double value(Covariate covariate) {
    if (covariate.unit().equals(unit)) {
      return covariate.value();
    }
    @Nullable Unit from = Unit.find(covariate.unit());
    @Nullable Unit to = Unit.find(unit);
    if (from == null || to == null || !from.dimension().equals(to.dimension())) {
      return null;
    }
    return to.fromSi(from.toSi(covariate.value()));
  }

  String unit() {
    return unit;
  }

  boolean has(int sample) {
    return values.get(sample) != null;
  }

  double get(int sample) {
    @Nullable Double value = values.get(sample);
    if (value == null) {
      throw new IllegalStateException("no value");
    }
    return value;
  }
}
