package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Channel;
import tlsfit.measurement.Drive;
import tlsfit.measurement.ExcludedReading;
import tlsfit.measurement.Reading;
import tlsfit.measurement.ReadingColumns;
import tlsfit.measurement.Sweep;
import tlsfit.statistics.Median;
import tlsfit.table.InputProblem;
import tlsfit.units.Constants;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;

/** From checked tables to sweeps of fields, all with one calibration. */
final class Conversion {
  /** A TLS bath moves the resonance by parts in a thousand; this much is another unit. */
  private static final double LARGEST_SHIFT = 0.2;

  // [V/m] and [V/m/s]: far beyond breakdown and below any noise
  private static final double LEAST_FIELD = 1e-6;
  private static final double LARGEST_FIELD = 1e12;
  private static final double LEAST_RATE = 1e-3;
  private static final double LARGEST_RATE = 1e25;

  private static final double PER_DEBYE = Constants.HBAR / Constants.DEBYE;

  private final String file;
  private final Calibration calibration;
  private final List<LoadedTable> tables;
  private final List<InputProblem> problems;
  private final List<String> notes;
  private final CalibrationNeeds needs;
  private double nominal = Double.NaN;
  private final List<ExcludedReading> excluded = new ArrayList<>();

  Conversion(
      String file,
      Calibration calibration,
      List<LoadedTable> tables,
      List<InputProblem> problems,
      List<String> notes) {
    this.file = file;
    this.calibration = calibration;
    this.tables = tables;
    this.problems = problems;
    this.notes = notes;
    this.needs = new CalibrationNeeds(calibration, tables, problems);
  }

  /** The sweeps; none where anything is missing, with problems added. */
  List<Sweep> sweeps() {
    needs.checkComplete();
    if (!problems.isEmpty()) {
      return List.of();
    }
    tables.forEach(this::noteRoute);
    nominal = nominalFrequency();
    List<Sweep> sweeps = new ArrayList<>();
    for (LoadedTable table : tables) {
      sweeps.add(sweep(table));
    }
    return sweeps;
  }

  private void noteRoute(LoadedTable table) {
    Channel channel = table.driveChannel();
    if (channel.needsCalibration()) {
      boolean perWatt = channel == Channel.POWER && calibration.fieldPerSqrtWatt().isPresent();
      String route =
          perWatt
              ? "field-per-sqrt-watt"
              : calibration.fieldPerSqrtPhoton().isPresent()
                  ? "field-per-sqrt-photon"
                  : "capacitance and gap";
      notes.add(table.file() + ": the field follows from " + channel.column() + " by " + route);
    }
    if (table.has(Role.POWER_SIGMA)) {
      notes.add(
          table.file()
              + ": power_sigma is propagated to the frequency of each reading, by the slope of the"
              + " fitted curve (effective variance)");
    }
    if (table.hasColumn(Role.LOADED_Q) && calibration.resonator().loadedQ().isPresent()) {
      notes.add(table.file() + ": its column of loaded_q stands in for resonator.loaded-q");
    }
  }

  /** The readings of a row, see {@link LoadedSample#row}; only after the sweeps. */
  List<CalibratedRow> row(String file, int line) {
    List<CalibratedRow> found = new ArrayList<>();
    for (LoadedTable table : tables) {
      if (found.isEmpty() && table.file().endsWith(file)) {
        RowQualities qualities = new RowQualities(table, calibration);
        List<Reading> readings = readings(table);
        for (int i = 0; i < table.rows(); i++) {
          if (table.line(i) == line) {
            found.add(
                new CalibratedRow(
                    readings.get(i),
                    qualities.calibration(i),
                    qualities.loaded(i),
                    nominal,
                    table.data().place(i)));
          }
        }
      }
    }
    return found;
  }

  /** ω0/2π of the conversion [Hz], once there are {@link #sweeps}; not a number without any. */
  double frequency() {
    return nominal;
  }

  private double nominalFrequency() {
    Optional<Quantity> given = calibration.resonator().frequency();
    boolean needed =
        tables.stream().anyMatch(table -> table.driveChannel().needsCalibration())
            && calibration.fieldPerSqrtWatt().isEmpty();
    double frequency =
        given
            .map(Quantity::value)
            .orElseGet(
                () ->
                    Median.of(
                        tables.stream()
                            .flatMap(table -> table.values(Role.FREQUENCY).stream())
                            .flatMapToDouble(Arrays::stream)
                            .toArray()));
    if (needed) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: power and photons are converted at %.9g GHz, %s",
              file,
              frequency / 1e9,
              given.isPresent() ? "resonator.frequency" : "the median measured frequency"));
    }
    return frequency;
  }

  private Sweep sweep(LoadedTable table) {
    ReadingColumns readings = readings(table);
    checkRange(table, readings);
    List<Reading> left = readings(table.ofExcluded());
    for (int i = 0; i < left.size(); i++) {
      excluded.add(new ExcludedReading(left.get(i), table.reasons().get(i)));
    }
    return new Sweep(String.valueOf(Path.of(table.file()).getFileName()), readings);
  }

  /** The readings that are left out of the fit, table after table; none before the sweeps. */
  List<ExcludedReading> excluded() {
    return excluded;
  }

  private ReadingColumns readings(LoadedTable table) {
    int rows = table.rows();
    double[] drive = table.values(table.drive()).orElseThrow();
    double[] bias = table.values(Role.BIAS_RATE).orElseThrow();
    RowQualities qualities = new RowQualities(table, calibration);
    double[] frequency = frequencies(table);
    Optional<double[]> sigma = table.values(Role.SIGMA);
    Optional<double[]> powerSigma = table.values(Role.POWER_SIGMA);
    boolean relative = Dimension.NUMBER.equals(table.dimensions().get(Role.SIGMA));
    Channel driveChannel = table.driveChannel();
    Channel biasChannel = table.biasChannel();
    double[] fields = new double[rows];
    double[] rates = new double[rows];
    double[] sigmas = new double[rows];
    double[] powerSigmas = new double[rows];
    int[] lines = new int[rows];
    for (int i = 0; i < rows; i++) {
      fields[i] =
          driveChannel
              .drive(drive[i], qualities.calibration(i), qualities.loaded(i), nominal)
              .value();
      rates[i] = biasChannel.biasRate(bias[i], calibration).value();
      sigmas[i] = sigma.isEmpty() ? Double.NaN : sigma.get()[i] * (relative ? nominal : 1);
      powerSigmas[i] =
          powerSigma.isEmpty() || Double.isNaN(powerSigma.get()[i]) ? 0 : powerSigma.get()[i];
      lines[i] = table.line(i);
    }
    return new ReadingColumns(
        table.file(),
        lines,
        new ReadingColumns.Setting(driveChannel, drive, fields),
        new ReadingColumns.Setting(biasChannel, bias, rates),
        new ReadingColumns.Frequencies(frequency, sigmas, powerSigmas));
  }

  private double[] frequencies(LoadedTable table) {
    return table
        .values(Role.FREQUENCY)
        .orElseGet(
            () ->
                Arrays.stream(table.values(Role.FREQUENCY_SHIFT).orElseThrow())
                    .map(shift -> nominal * (1 + shift))
                    .toArray());
  }

  // the first reading is enough: all have the same unit
  private void checkRange(LoadedTable table, ReadingColumns readings) {
    Optional<InputProblem> field = Optional.empty();
    for (int i = 0; i < readings.size(); i++) {
      double frequency = readings.frequency(i);
      if (!(Math.abs(frequency / nominal - 1) < LARGEST_SHIFT)) {
        problems.add(
            InputProblem.ofLine(
                table.file(),
                readings.line(i),
                String.format(
                    Locale.ROOT,
                    "found the frequency %.6g GHz, but the resonator's is %.6g GHz",
                    frequency / 1e9,
                    nominal / 1e9),
                "one resonance is expected: check the unit"));
        return;
      }
      if (field.isEmpty()) {
        Optional<String> found = unbelievable(readings.drive(i), readings.biasRate(i));
        if (found.isPresent()) {
          field =
              Optional.of(
                  InputProblem.ofLine(
                      table.file(),
                      readings.line(i),
                      "its " + found.get(),
                      "no laboratory has that: check the units of the table and the calibration"));
        }
      }
    }
    field.ifPresent(problems::add);
  }

  /** Fields as energies of 1 Debye where they are given as frequencies. */
  private static Optional<String> unbelievable(Drive drive, BiasRate bias) {
    double field = drive.isField() ? drive.value() : drive.rabi(Constants.DEBYE) * PER_DEBYE;
    if (!(field >= LEAST_FIELD && field <= LARGEST_FIELD)) {
      return Optional.of(
          drive.isField()
              ? shown("microwave field comes out as", field, "V/m")
              : shown("Rabi frequency is", drive.rabi(Constants.DEBYE), "1/s"));
    }
    double rate = bias.isFieldRate() ? bias.value() : bias.sweepRate(Constants.DEBYE) * PER_DEBYE;
    if (!(rate >= LEAST_RATE && rate <= LARGEST_RATE)) {
      return Optional.of(
          bias.isFieldRate()
              ? shown("bias rate comes out as", rate, "V/m/s")
              : shown("bias rate is", bias.sweepRate(Constants.DEBYE), "1/s^2"));
    }
    return Optional.empty();
  }

  private static String shown(String what, double value, String unit) {
    return String.format(Locale.ROOT, "%s %.4g %s", what, value, unit);
  }

  /** What the calibration leaves uncertain of the fields of all tables alike. */
  List<CalibrationTerm> terms() {
    return needs.commonTerms(file);
  }
}
