package tlsfit.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tlsfit.fit.FitRefusedException;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Sweep;
import tlsfit.setup.Noise;

/** What the user says of σ; not saying it leaves the choice to the tables. */
enum NoiseChoice {
  ABSOLUTE,
  RELATIVE,
  PER_TABLE,
  NONE,
  AUTO;

  /** The choice of a name, one of {@link tlsfit.measurement.FitSettings#SIGMA}. */
  static NoiseChoice ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * What is known of σ in a measurement.
   *
   * @throws FitRefusedException if some readings lack the σ that is to be used
   */
  Noise of(Measurement measurement) {
    if (this == NONE) {
      return new Noise.FromScatter();
    }
    if (this == PER_TABLE) {
      return new Noise.PerTable();
    }
    List<String> without =
        measurement.sweeps().stream()
            .filter(sweep -> sweep.readings().stream().anyMatch(r -> r.sigma().isEmpty()))
            .map(Sweep::name)
            .toList();
    boolean none = without.size() == measurement.sweeps().size();
    if (this == AUTO && none) {
      return new Noise.FromScatter();
    }
    if (!without.isEmpty()) {
      String asked = this == AUTO ? "" : "--sigma " + this + " needs a sigma for every reading; ";
      throw new FitRefusedException(
          asked
              + "no sigma in "
              + without.stream().collect(Collectors.joining(", "))
              + (none ? "" : ", but in other tables")
              + ": add a column frequency_sigma [Hz], or sigma: 2 kHz in the sample file, or weigh"
              + " all readings alike with --sigma none, or those of each table with --sigma per-table");
    }
    return this == RELATIVE ? new Noise.Relative() : new Noise.Absolute();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
