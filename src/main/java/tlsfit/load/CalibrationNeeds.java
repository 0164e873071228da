package tlsfit.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.measurement.Calibration;
import tlsfit.measurement.CalibrationTerm;
import tlsfit.table.InputProblem;
import tlsfit.units.Dimension;
import tlsfit.units.Quantity;

/** What tables need of the calibration: numbers for the conversion, uncertainties in common. */
final class CalibrationNeeds {
  private final Calibration calibration;
  private final List<LoadedTable> tables;
  private final List<InputProblem> problems;

  CalibrationNeeds(Calibration calibration, List<LoadedTable> tables, List<InputProblem> problems) {
    this.calibration = calibration;
    this.tables = tables;
    this.problems = problems;
  }

  /** Adds a problem for each number that a table needs and that is not there. */
  void checkComplete() {
    tables.forEach(this::checkComplete);
  }

  private void checkComplete(LoadedTable table) {
    boolean measured = table.loadedQMeasured();
    needs(table, table.drive(), calibration.missing(table.driveChannel(), measured));
    needs(table, Role.BIAS_RATE, calibration.missing(table.biasChannel(), measured));
    checkQuality(table);
    if (table.has(Role.FREQUENCY_SHIFT) && calibration.resonator().frequency().isEmpty()) {
      add(
          table,
          "frequency_shift becomes no frequency without resonator.frequency",
          "write it into the sample file, as resonator: {frequency: 5.01 GHz}");
    }
  }

  private void checkQuality(LoadedTable table) {
    double[] measured = table.values(Role.LOADED_Q).orElse(new double[0]);
    for (int i = 0; i < measured.length; i++) {
      Quantity loaded = new Quantity(measured[i], 0, Dimension.NUMBER);
      if (calibration.resonator().loadedQImpossible(loaded)) {
        add(
            table,
            "the loaded Q in line " + table.line(i) + " is not below resonator.coupling-q",
            "1/Q_l = 1/Q_i + 1/Q_c: exchange the two, or look where they come from");
        return; // one line tells it
      }
    }
  }

  private void needs(LoadedTable table, Role role, List<String> missing) {
    if (!missing.isEmpty()) {
      add(
          table,
          role.column() + " becomes no field without " + String.join(", ", missing),
          "write what is missing into the sample file, or give " + fieldColumn(role));
    }
  }

  private static String fieldColumn(Role role) {
    return role == Role.BIAS_RATE ? "bias_rate in V/m/s" : "ac_field in V/m";
  }

  /**
   * What the calibration leaves uncertain. A term moves all fields together, so a number that only
   * some tables depend on is refused.
   *
   * @param file the sample file, for the problem
   */
  List<CalibrationTerm> commonTerms(String file) {
    Set<List<CalibrationTerm>> different = new LinkedHashSet<>();
    for (LoadedTable table : tables) {
      different.add(
          calibration.terms(table.driveChannel(), table.loadedQMeasured(), table.biasChannel()));
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

  private void add(LoadedTable table, String found, String mend) {
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
