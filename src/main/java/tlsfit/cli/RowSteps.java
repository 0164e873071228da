package tlsfit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.load.CalibratedRow;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Resonator;
import tlsfit.model.Rates;
import tlsfit.units.Constants;
import tlsfit.units.NumberText;
import tlsfit.units.Quantity;

/**
 * The way of one row from the setting of the instruments to ξ and η, step by step, with the numbers
 * of each step, to be followed by hand (theory, section 10).
 */
final class RowSteps {
  private static final int DIGITS = 6;
  private static final double LARGEST_FIELD = 1e8;
  private static final double LARGEST_GAP = 2e-6;

  private final CalibratedRow row;
  private final Reading reading;
  private final Calibration calibration;
  private final Resonator resonator;
  private final List<String> lines = new ArrayList<>();

  private RowSteps(CalibratedRow row) {
    this.row = row;
    this.reading = row.reading();
    this.calibration = row.calibration();
    this.resonator = calibration.resonator();
  }

  /**
   * The steps of each reading of a row, a line each.
   *
   * @param rows the readings, one at least
   * @param dipoleMoment assumed [C m]
   * @param relaxationTime assumed [s]
   */
  static String of(List<CalibratedRow> rows, double dipoleMoment, double relaxationTime) {
    List<String> parts = new ArrayList<>();
    for (CalibratedRow row : rows) {
      RowSteps steps = new RowSteps(row);
      String number =
          rows.size() == 1
              ? ""
              : ", reading "
                  + (parts.size() + 1)
                  + " of "
                  + rows.size()
                  + (row.column().isPresent() ? ", in column " + row.column().getAsInt() : "");
      Origin origin = row.reading().origin();
      steps.lines.add(origin.file() + ", line " + origin.line() + number);
      steps.drive();
      steps.bias();
      steps.rates(dipoleMoment, relaxationTime);
      steps.frequency();
      parts.add(String.join("\n", steps.lines) + "\n");
    }
    return String.join("\n", parts);
  }

  private void add(String name, String formula, String unit, double value) {
    String number = n(value) + (unit.isEmpty() ? "" : " " + unit);
    lines.add(String.format(Locale.ROOT, "  %-22s %s = %s", name, formula, number));
  }

  private static String n(double value) {
    return NumberText.significant(value, DIGITS);
  }

  private static double value(Optional<Quantity> quantity) {
    return quantity.map(Quantity::value).orElse(Double.NaN);
  }

  private void drive() {
    double setting = reading.setting().driveValue();
    switch (reading.setting().drive()) {
      case POWER -> power(setting);
      case PHOTONS -> {
        add("photons", "n", "", setting);
        field(setting * Constants.PLANCK * row.frequency(), setting);
      }
      case AC_FIELD -> add("microwave field", "F_AC", "V/m", setting);
      default -> add("Rabi frequency", "Ω", "1/s", setting);
    }
    OptionalDouble amplitude = reading.drive().field();
    if (amplitude.isPresent() && amplitude.getAsDouble() > LARGEST_FIELD) {
      lines.add(
          "    ! above 1e8 V/m every dielectric breaks down: check gap, attenuation and units");
    }
    double gap = value(resonator.gap());
    if (gap > LARGEST_GAP) {
      lines.add("    ! a gap of " + n(gap * 1e6) + " µm is wide for a film: was nm meant?");
    }
  }

  private void power(double source) {
    double dbm = 10 * Math.log10(source) + 30;
    add("power of the source", "P_s = " + n(dbm) + " dBm", "W", source);
    double ratio = value(calibration.attenuation());
    double device = calibration.devicePower(source);
    add(
        "power at the device",
        "P = P_s/10^(" + n(10 * Math.log10(ratio)) + " dB/10 dB)",
        "W",
        device);
    if (calibration.fieldPerSqrtWatt().isPresent()) {
      double per = value(calibration.fieldPerSqrtWatt());
      add("microwave field", "F_AC = " + n(per) + " V/m · √(P/W)", "V/m", per * Math.sqrt(device));
      return;
    }
    double loaded = row.loadedQ().orElse(value(resonator.loadedQ()));
    double coupling = value(resonator.couplingQ());
    double factor = resonator.coupling().map(kind -> kind.factor()).orElse(Double.NaN);
    double energy = calibration.storedEnergy(source, loaded, row.frequency());
    add(
        "energy",
        "W = g Q_l² P/(Q_c 2π f) = "
            + n(factor)
            + " · "
            + n(loaded)
            + "² P/("
            + n(coupling)
            + " · 2π · "
            + n(row.frequency())
            + " Hz)",
        "J",
        energy);
    double photons = energy / (Constants.PLANCK * row.frequency());
    add("photons", "n = W/(h f)", "", photons);
    field(energy, photons);
  }

  private void field(double energy, double photons) {
    if (calibration.fieldPerSqrtPhoton().isPresent()) {
      double per = value(calibration.fieldPerSqrtPhoton());
      add("microwave field", "F_AC = " + n(per) + " V/m · √n", "V/m", per * Math.sqrt(photons));
      return;
    }
    double capacitance = value(resonator.capacitance());
    double gap = value(resonator.gap());
    double voltage = Math.sqrt(2 * energy / capacitance);
    add("peak voltage", "V = √(2 W/" + n(capacitance * 1e12) + " pF)", "V", voltage);
    add("microwave field", "F_AC = V/" + n(gap * 1e9) + " nm", "V/m", voltage / gap);
  }

  private void bias() {
    double setting = reading.setting().biasValue();
    if (reading.setting().bias() == Channel.VOLTAGE_RATE) {
      add("rate of the voltage", "dV/dt", "V/s", setting);
      double part = calibration.biasFraction().map(Quantity::value).orElse(1.0);
      add(
          "rate of the bias field",
          "dF/dt = " + n(part) + " · (dV/dt)/" + n(value(resonator.gap()) * 1e9) + " nm",
          "V/m/s",
          calibration.fieldRate(setting));
    } else if (reading.biasRate() instanceof BiasRate.FieldRate field) {
      add("rate of the bias field", "dF/dt", "V/m/s", field.rate());
    }
  }

  private void rates(double dipoleMoment, double relaxationTime) {
    double omega0 = 2 * Math.PI * row.frequency();
    double rabi = reading.drive().rabi(dipoleMoment);
    double rate = reading.biasRate().sweepRate(dipoleMoment);
    lines.add(
        "  with p = "
            + n(dipoleMoment / Constants.DEBYE)
            + " D = "
            + n(dipoleMoment)
            + " C m and T10 = "
            + n(relaxationTime * 1e6)
            + " µs, assumed:");
    if (reading.drive() instanceof Drive.AcField) {
      add("Rabi frequency", "Ω = p F_AC/ħ", "1/s", rabi);
    }
    add(
        "sweep rate",
        reading.biasRate().isFieldRate() ? "v0 = 2 p (dF/dt)/ħ" : "v0",
        "1/s^2",
        rate);
    double eta = Rates.eta(omega0, rate, 1 / relaxationTime);
    add("Landau-Zener", "ξ = π Ω²/(2 v0)", "", Rates.xi(rabi, rate));
    add("relaxation", "η = 2π f/(v0 T10)", "", eta);
    add(
        "leading logarithm",
        "L = ln(2π f/(Ω/√(1 + η) + √v0))",
        "",
        Math.log(omega0 / (rabi / Math.sqrt(1 + eta) + Math.sqrt(rate))));
  }

  private void frequency() {
    lines.add(
        "  measured               f = "
            + NumberText.fixed(reading.frequency() / 1e9, 9)
            + " GHz"
            + (reading.sigma().isPresent()
                ? ", σ = " + n(reading.sigma().getAsDouble()) + " Hz"
                : ", no σ"));
  }
}
