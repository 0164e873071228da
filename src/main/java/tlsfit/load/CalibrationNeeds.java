package tlsfit.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
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
    RowQualities qualities = new RowQualities(table, calibration);
    boolean measured = qualities.tellLoaded();
    List<String> drive = new ArrayList<>(calibration.missing(table.driveChannel(), measured));
    if (qualities.tellCoupling()) {
      drive.remove("resonator.coupling-q");
    }
    needs(table, table.drive(), drive);
    needs(table, Role.BIAS_RATE, calibration.missing(table.biasChannel(), measured));
    checkQuality(table, qualities);
    if (qualities.mixUncertainties()) {
      add(
          table,
          "the uncertainty of coupling-q moves its rows unlike, by the internal Q of each",
          "leave that uncertainty out, or give loaded_q or coupling_q of each row");
    }
    if (table.has(Role.FREQUENCY_SHIFT) && calibration.resonator().frequency().isEmpty()) {
      add(
          table,
          "frequency_shift becomes no frequency without resonator.frequency",
          "write it into the sample file, as resonator: {frequency: 5.01 GHz}");
    }
  }

  private void checkQuality(LoadedTable table, RowQualities qualities) {
    for (int i = 0; i < table.rows() && qualities.tellLoaded(); i++) {
      OptionalDouble loaded = qualities.loaded(i);
      if (loaded.isPresent()
          && qualities
              .calibration(i)
              .resonator()
              .loadedQImpossible(new Quantity(loaded.getAsDouble(), 0, Dimension.NUMBER))) {
        add(
            table,
            "the loaded Q in line "
                + table.line(i)
                + " is not below "
                + (qualities.tellCoupling() ? "coupling_q" : "resonator.coupling-q"),
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
      RowQualities qualities = new RowQualities(table, calibration);
      different.add(
          qualities
              .calibration(0)
              .terms(table.driveChannel(), qualities.tellLoaded(), table.biasChannel()));
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
