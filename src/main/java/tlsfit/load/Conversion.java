package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.BiasScale;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.measurement.Drive;
import tlsfit.measurement.DriveScale;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.table.InputProblem;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;

/** From checked tables to sweeps of fields, all with one calibration. */
final class Conversion {
  /** A TLS bath moves the resonance by parts in a thousand; this much is another unit. */
  private static final double LARGEST_SHIFT = 0.2;

  private final String file;
  private final Calibration calibration;
  private final List<LoadedTable> tables;
  private final List<InputProblem> problems;
  private final List<String> notes;

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
  }

  /** The sweeps; none where anything is missing, with problems added. */
  List<Sweep> sweeps() {
    tables.forEach(this::checkComplete);
    if (!problems.isEmpty()) {
      return List.of();
    }
    tables.forEach(this::noteRoute);
    double nominal = nominalFrequency();
    List<Sweep> sweeps = new ArrayList<>();
    for (LoadedTable table : tables) {
      sweeps.add(sweep(table, nominal));
    }
    return sweeps;
  }

  private void checkComplete(LoadedTable table) {
    needs(table, table.drive(), calibration.missing(driveScale(table), BiasScale.FIELD));
    needs(table, Role.BIAS_RATE, calibration.missing(DriveScale.FIELD, biasScale(table)));
    if (table.has(Role.FREQUENCY_SHIFT) && calibration.resonator().frequency().isEmpty()) {
      addTable(
          table,
          "frequency_shift becomes no frequency without resonator.frequency",
          "write it into the sample file, as resonator: {frequency: 5.01 GHz}");
    }
  }

  private void needs(LoadedTable table, Role role, List<String> missing) {
    if (!missing.isEmpty()) {
      addTable(
          table,
          role.column() + " becomes no field without " + String.join(", ", missing),
          "write what is missing into the sample file, or give " + fieldColumn(role));
    }
  }

  private static String fieldColumn(Role role) {
    return role == Role.BIAS_RATE ? "bias_rate in V/m/s" : "ac_field in V/m";
  }

  private void noteRoute(LoadedTable table) {
    DriveScale scale = driveScale(table);
    boolean perWatt = scale != DriveScale.PHOTONS && calibration.fieldPerSqrtWatt().isPresent();
    String route =
        perWatt
            ? "field-per-sqrt-watt"
            : calibration.fieldPerSqrtPhoton().isPresent()
                ? "field-per-sqrt-photon"
                : "capacitance and gap";
    if (scale != DriveScale.FIELD) {
      notes.add(
          table.file() + ": the field follows from " + table.drive().column() + " by " + route);
    }
    if (table.hasColumn(Role.LOADED_Q) && calibration.resonator().loadedQ().isPresent()) {
      notes.add(table.file() + ": its column of loaded_q stands in for resonator.loaded-q");
    }
  }

  private static DriveScale driveScale(LoadedTable table) {
    return switch (table.drive()) {
      case PHOTONS -> DriveScale.PHOTONS;
      case POWER -> table.has(Role.LOADED_Q) ? DriveScale.POWER_AND_LOADED_Q : DriveScale.POWER;
      default -> DriveScale.FIELD;
    };
  }

  private static BiasScale biasScale(LoadedTable table) {
    return Dimension.VOLTAGE_RATE.equals(table.dimensions().get(Role.BIAS_RATE))
        ? BiasScale.VOLTAGE
        : BiasScale.FIELD;
  }

  private double nominalFrequency() {
    Optional<Quantity> given = calibration.resonator().frequency();
    boolean needed =
        tables.stream().anyMatch(table -> driveScale(table) != DriveScale.FIELD)
            && calibration.fieldPerSqrtWatt().isEmpty();
    double[] measured =
        tables.stream()
            .flatMap(table -> table.values(Role.FREQUENCY).stream())
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .toArray();
    double nominal = given.map(Quantity::value).orElseGet(() -> median(measured));
    if (needed) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s: power and photons are converted at %.9g GHz, %s",
              file,
              nominal / 1e9,
              given.isPresent() ? "resonator.frequency" : "the median measured frequency"));
    }
    return nominal;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private Sweep sweep(LoadedTable table, double nominal) {
    int rows = table.rows();
    double[] drive = table.values(table.drive()).orElseThrow();
    double[] bias = table.values(Role.BIAS_RATE).orElseThrow();
    Optional<double[]> loadedQ = table.values(Role.LOADED_Q);
    double[] frequency = frequencies(table, nominal);
    Optional<double[]> sigma = table.values(Role.SIGMA);
    boolean relative = Dimension.NUMBER.equals(table.dimensions().get(Role.SIGMA));
    List<Reading> readings = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      OptionalDouble oneSigma =
          sigma.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(sigma.get()[i] * (relative ? nominal : 1));
      OptionalDouble q =
          loadedQ.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(loadedQ.get()[i]);
      readings.add(
          new Reading(
              drive(table.drive(), drive[i], q, nominal),
              biasRate(table, bias[i]),
              frequency[i],
              oneSigma,
              new Origin(table.file(), table.line(i))));
    }
    checkRange(table, readings, nominal);
    return new Sweep(String.valueOf(Path.of(table.file()).getFileName()), readings);
  }

  private static double[] frequencies(LoadedTable table, double nominal) {
    return table
        .values(Role.FREQUENCY)
        .orElseGet(
            () ->
                Arrays.stream(table.values(Role.FREQUENCY_SHIFT).orElseThrow())
                    .map(shift -> nominal * (1 + shift))
                    .toArray());
  }

  private Drive drive(Role role, double value, OptionalDouble loadedQ, double nominal) {
    return switch (role) {
      case RABI_FREQUENCY -> new Drive.RabiFrequency(value);
      case PHOTONS -> new Drive.AcField(calibration.acFieldOfPhotons(value, nominal));
      case POWER ->
          new Drive.AcField(
              loadedQ.isPresent()
                  ? calibration.acFieldOfPower(value, loadedQ.getAsDouble(), nominal)
                  : calibration.acFieldOfPower(value, nominal));
      default -> new Drive.AcField(value);
    };
  }

  private BiasRate biasRate(LoadedTable table, double value) {
    if (biasScale(table) == BiasScale.VOLTAGE) {
      return new BiasRate.FieldRate(calibration.fieldRate(value));
    }
    return Dimension.FIELD_RATE.equals(table.dimensions().get(Role.BIAS_RATE))
        ? new BiasRate.FieldRate(value)
        : new BiasRate.EnergyRate(value);
  }

  // the first reading is enough: all have the same unit
  private void checkRange(LoadedTable table, List<Reading> readings, double nominal) {
    for (Reading reading : readings) {
      if (!(Math.abs(reading.frequency() / nominal - 1) < LARGEST_SHIFT)) {
        problems.add(
            InputProblem.ofLine(
                table.file(),
                reading.origin().line(),
                String.format(
                    Locale.ROOT,
                    "found the frequency %.6g GHz, but the resonator's is %.6g GHz",
                    reading.frequency() / 1e9,
                    nominal / 1e9),
                "one resonance is expected: check the unit"));
        return;
      }
    }
    for (Reading reading : readings) {
      double field = reading.drive() instanceof Drive.AcField ac ? ac.amplitude() : 1;
      double rate =
          reading.biasRate() instanceof BiasRate.FieldRate fieldRate ? fieldRate.rate() : 1;
      if (!(field > 0 && field < Double.POSITIVE_INFINITY && rate < Double.POSITIVE_INFINITY)
          || rate == 0) {
        problems.add(
            InputProblem.ofLine(
                table.file(),
                reading.origin().line(),
                "its fields come out as " + field + " V/m and " + rate + " V/m/s",
                "check the units of the table and the calibration"));
        return;
      }
    }
  }

  /**
   * What the calibration leaves uncertain. A term moves all fields together, so a number that only
   * some tables depend on is refused.
   */
  List<CalibrationTerm> terms() {
    Set<List<CalibrationTerm>> different = new LinkedHashSet<>();
    for (LoadedTable table : tables) {
      different.add(calibration.terms(driveScale(table), biasScale(table)));
    }
    if (different.size() > 1) {
      String partial =
          different.stream()
              .flatMap(List::stream)
              .filter(term -> !different.stream().allMatch(terms -> terms.contains(term)))
              .map(CalibrationTerm::source)
              .distinct()
              .collect(Collectors.joining(", "));
      problems.add(
          InputProblem.ofFile(
              file,
              "the uncertainty of " + partial + " does not move the fields of all tables alike",
              "give drive and bias in one form in all tables, or leave that uncertainty out"));
    }
    return different.stream().findFirst().orElse(List.of());
  }

  private void addTable(LoadedTable table, String found, String mend) {
    problems.add(
        table
            .entry()
            .place()
            .map(
                place ->
                    InputProblem.ofCharacter(
                        place.text(),
                        place.line(),
                        place.column(),
                        table.file() + ": " + found,
                        mend))
            .orElseGet(() -> InputProblem.ofLine(table.file(), table.headerLine(), found, mend)));
  }
}
