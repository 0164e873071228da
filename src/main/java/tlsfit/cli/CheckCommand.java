package tlsfit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlsfit.load.CalibratedRow;
import tlsfit.load.LoadedSample;
import tlsfit.measurement.Measurement;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.planning.SurveyBuilder;
import tlsfit.report.SurveyReport;
import tlsfit.result.Survey;
import tlsfit.units.Constants;

/** {@code tlsfit check}: reads and describes samples. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Reads samples and describes them: tables, ranges, how columns were understood, and what a"
            + " fit could determine. Fits nothing, writes nothing.")
final class CheckCommand extends Subcommand {
  private static final List<Double> TYPICAL =
      List.of(Constants.DEBYE, 3 * Constants.DEBYE, 10 * Constants.DEBYE);
  private static final double TYPICAL_RELAXATION_TIME = 3e-6;

  @Parameters(
      paramLabel = "SAMPLE",
      arity = "1..*",
      description = "Sample files (.yaml), or tables whose columns say all themselves.")
  private List<Path> samples = new ArrayList<>();

  @Option(
      names = "--fix",
      paramLabel = "NAME=VALUE",
      converter = FixedParameter.Converter.class,
      description =
          "Assume dipoleMoment (else 1, 3 and 10 D) or relaxationTime (else 3 us), as in --fix"
              + " dipoleMoment=\"5 D\".")
  private List<FixedParameter> fixed = new ArrayList<>();

  @Option(
      names = "--explain",
      paramLabel = "[FILE:]LINE",
      description =
          "Show one row step by step, from its setting to the fields and rates: its line in the"
              + " table, as in --explain power.csv:12.")
  private @Nullable String row;

  @Mixin private ModelOption model;

  @Override
  public Integer call() {
    List<Double> dipoleMoments = TYPICAL;
    double relaxationTime = TYPICAL_RELAXATION_TIME;
    for (FixedParameter one : fixed) {
      if (one.parameter() == Parameter.DIPOLE_MOMENT) {
        dipoleMoments = List.of(one.value());
      } else if (one.parameter() == Parameter.RELAXATION_TIME) {
        relaxationTime = one.value();
      } else {
        throw wrong("--fix " + one.parameter().key() + " changes nothing here");
      }
    }
    ShiftModel shift = model.chosen().make();
    Assumption assumption = new Assumption(shift, dipoleMoments, relaxationTime);
    int status = ExitStatus.OK;
    Documents documents = new Documents(this::print, json(), samples.size() > 1);
    for (Path sample : samples) {
      List<String> document = new ArrayList<>();
      int one = Boundary.around(sample, () -> survey(sample, assumption, document));
      status = ExitStatus.worse(status, one);
      document.forEach(documents::add);
    }
    documents.end();
    return status;
  }

  private record Assumption(ShiftModel model, List<Double> dipoleMoments, double relaxationTime) {}

  private int survey(Path sample, Assumption assumption, List<String> document) {
    Optional<LoadedSample> loaded = Input.load(sample);
    if (loaded.isEmpty()) {
      return ExitStatus.INPUT_REFUSED;
    }
    Measurement measurement = loaded.get().measurement();
    if (row != null) {
      document.add(steps(loaded.get(), row, assumption));
      return ExitStatus.OK;
    }
    Survey survey =
        SurveyBuilder.build(
            measurement,
            assumption.model(),
            assumption.dipoleMoments(),
            assumption.relaxationTime());
    document.add(
        json()
            ? Json.of(survey.withReadings(SurveyBuilder.readings(measurement)))
            : SurveyReport.of(survey, SettingOptions::option));
    return ExitStatus.OK;
  }

  private String steps(LoadedSample sample, String place, Assumption assumption) {
    if (json()) {
      throw wrong("--explain is for people: check --json has the fields of every row");
    }
    int colon = place.lastIndexOf(':');
    String file = colon < 0 ? "" : place.substring(0, colon);
    String line = place.substring(colon + 1);
    if (!line.matches("[1-9][0-9]{0,8}")) {
      throw wrong("--explain " + place + ": the line of a row is needed, as power.csv:12");
    }
    List<Double> moments = assumption.dipoleMoments();
    List<CalibratedRow> rows = sample.row(file, Integer.parseInt(line));
    if (rows.isEmpty()) {
      throw wrong("--explain " + place + ": no row of the fit stands there");
    }
    return RowSteps.of(rows, moments.get(moments.size() / 2), assumption.relaxationTime());
  }
}
