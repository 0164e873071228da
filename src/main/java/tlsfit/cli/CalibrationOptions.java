package tlsfit.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.Coupling;
import tlsfit.measurement.Resonator;
import tlsfit.simulate.Settings;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/** The instrument of a simulation, under the names of the sample file. */
final class CalibrationOptions {
  @Option(names = "--gap", paramLabel = "LENGTH", description = "Gap of the capacitor: 50 nm")
  private @Nullable String gap;

  @Option(names = "--capacitance", paramLabel = "C", description = "Of the resonator: 0.35 pF")
  private @Nullable String capacitance;

  @Option(names = "--permittivity", paramLabel = "N", description = "Of the dielectric: 10")
  private @Nullable String permittivity;

  @Option(
      names = "--coupling",
      paramLabel = "KIND",
      description = "How the resonator is coupled: ${COMPLETION-CANDIDATES}")
  private @Nullable Coupling coupling;

  @Option(names = "--loaded-q", paramLabel = "N", description = "Loaded quality factor: 2400")
  private @Nullable String loadedQ;

  @Option(names = "--coupling-q", paramLabel = "N", description = "Coupling quality factor: 3000")
  private @Nullable String couplingQ;

  @Option(names = "--temperature", paramLabel = "T", description = "Of the dielectric: 12 mK")
  private @Nullable String temperature;

  @Option(
      names = "--attenuation",
      paramLabel = "DB",
      description = "From the source to the device: \"78 dB +- 1 dB\"")
  private @Nullable String attenuation;

  @Option(
      names = "--field-per-sqrt-photon",
      paramLabel = "FIELD",
      description = "In place of the capacitance: \"12 V/m +- 5 %%\"")
  private @Nullable String fieldPerSqrtPhoton;

  @Option(
      names = "--field-per-sqrt-watt",
      paramLabel = "FIELD",
      description = "In place of capacitance, coupling and quality factors: \"3e9 V/m\"")
  private @Nullable String fieldPerSqrtWatt;

  @Option(
      names = "--bias-fraction",
      paramLabel = "N",
      description = "Part of the bias voltage that drops over the gap: 0.5")
  private @Nullable String biasFraction;

  /**
   * The settings.
   *
   * @param frequency nominal resonance frequency, as written
   * @throws UnitException if a quantity cannot be read
   */
  Settings settings(String frequency) {
    Map<String, String> resonator = new LinkedHashMap<>();
    Map<String, String> chain = new LinkedHashMap<>();
    Optional<Quantity> nominal = read(resonator, "frequency", frequency, of(Dimension.FREQUENCY));
    Optional<Quantity> d = read(resonator, "gap", gap, of(Dimension.LENGTH));
    Optional<Quantity> c = read(resonator, "capacitance", capacitance, of(Dimension.CAPACITANCE));
    Optional<Quantity> epsilon = read(resonator, "permittivity", permittivity, Unit.ONE);
    if (coupling != null) {
      resonator.put("coupling", coupling.name().toLowerCase(Locale.ROOT));
    }
    Resonator all =
        new Resonator(
            nominal,
            d,
            c,
            epsilon,
            Optional.ofNullable(coupling),
            read(resonator, "loaded-q", loadedQ, Unit.ONE),
            read(resonator, "coupling-q", couplingQ, Unit.ONE),
            read(resonator, "temperature", temperature, of(Dimension.TEMPERATURE)));
    Calibration calibration =
        new Calibration(
            all,
            read(chain, "attenuation", attenuation, Unit.DECIBEL),
            read(chain, "field-per-sqrt-photon", fieldPerSqrtPhoton, of(Dimension.FIELD)),
            read(chain, "field-per-sqrt-watt", fieldPerSqrtWatt, of(Dimension.FIELD)),
            read(chain, "bias-fraction", biasFraction, Unit.ONE));
    return new Settings(calibration, resonator, chain);
  }

  private static Unit of(Dimension dimension) {
    return Unit.of(dimension.toString());
  }

  private static Optional<Quantity> read(
      Map<String, String> section, String key, @Nullable String text, Unit unit) {
    if (text == null) {
      return Optional.empty();
    }
    Quantity quantity;
    try {
      quantity = Quantity.parse(text, unit);
    } catch (UnitException e) {
      throw new Wrong("--" + key + ": " + e.getMessage());
    }
    if (!(quantity.value() > 0)) {
      throw new Wrong("--" + key + " " + text + ": a value above zero is needed");
    }
    section.put(key, text.strip());
    return Optional.of(quantity);
  }

  /** An option's value cannot be used; the message names the option. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }
}
