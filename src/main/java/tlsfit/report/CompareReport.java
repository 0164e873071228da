package tlsfit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.compare.Comparison;
import tlsfit.compare.Comparison.Difference;
import tlsfit.compare.Comparison.Sample;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.NumberText;

/** A comparison of samples as text. */
public final class CompareReport {
  private static final int WIDTH = 96;

  private CompareReport() {}

  /** The report, ending in a line feed. */
  public static String of(Comparison comparison) {
    DocumentBuilder page = new DocumentBuilder("comparison");
    page.heading("Samples");
    TextTable samples = new TextTable("llll");
    for (Sample sample : comparison.samples()) {
      samples.add(
          sample.name(),
          TextReport.word(sample.valid(), sample.determined()),
          "model " + sample.model(),
          sample.relaxation() ? "with relaxation" : "without relaxation");
    }
    page.table(samples);
    for (String name : parameters(comparison)) {
      parameter(page, name, comparison);
    }
    if (!comparison.differences().isEmpty()) {
      differences(page, comparison.differences());
    }
    return TextRenderer.of(WIDTH).render(page.document());
  }

  private static List<String> parameters(Comparison comparison) {
    return comparison.samples().stream()
        .flatMap(sample -> sample.parameters().stream())
        .map(ParameterEstimate::name)
        .distinct()
        .toList();
  }

  private static void parameter(DocumentBuilder page, String name, Comparison comparison) {
    TextTable table = new TextTable("lrrrrl");
    List<String> heads = new ArrayList<>(List.of("", "value", "std. error"));
    List<List<String>> rows = new ArrayList<>();
    for (Sample sample : comparison.samples()) {
      Optional<ParameterEstimate> found =
          sample.parameters().stream().filter(one -> one.name().equals(name)).findFirst();
      List<String> row = new ArrayList<>(List.of(sample.name()));
      found.ifPresentOrElse(
          one -> row.addAll(ParameterTable.cells(one)),
          () -> row.addAll(List.of("not fitted", "-", "-", "-", "")));
      rows.add(row);
    }
    String level =
        comparison.samples().stream()
            .flatMap(sample -> sample.parameters().stream())
            .filter(one -> one.name().equals(name))
            .map(one -> ParameterTable.level(List.of(one)))
            .distinct()
            .reduce((a, b) -> "limit")
            .orElse("limit");
    heads.addAll(List.of("lower " + level, "upper " + level, "unit"));
    table.head(heads);
    rows.forEach(table::add);
    page.heading(name).table(table);
  }

  private static void differences(DocumentBuilder page, List<Difference> differences) {
    page.heading("Differences of dipoleMoment, in standard errors");
    boolean calibrated =
        differences.stream().anyMatch(one -> one.standardErrorsWithCalibration() != null);
    TextTable table = new TextTable(calibrated ? "lrrr" : "lrr");
    List<String> heads = new ArrayList<>(List.of("", "ratio", "statistical"));
    if (calibrated) {
      heads.add("with calibration");
    }
    table.head(heads);
    List<String> obstacles = new ArrayList<>();
    for (Difference one : differences) {
      @Nullable Double ratio = one.ratio();
      @Nullable Double statistical = one.standardErrors();
      if (ratio == null || statistical == null) {
        obstacles.add(one.second() + " and " + one.first() + ": " + one.obstacle());
        continue;
      }
      List<String> row = new ArrayList<>();
      row.add(one.second() + " / " + one.first());
      row.add(NumberText.significant(ratio, 4));
      row.add(NumberText.fixed(statistical, 1));
      if (calibrated) {
        @Nullable Double with = one.standardErrorsWithCalibration();
        row.add(with == null ? "-" : NumberText.fixed(with, 1));
      }
      table.add(row);
    }
    if (obstacles.size() < differences.size()) {
      page.table(table);
      page.paragraph(
          "Each is the difference of ln(dipoleMoment) over the root of the summed squares of the"
              + " relative standard errors."
              + (calibrated
                  ? " The statistical one holds between samples measured in one set-up, whose"
                      + " calibration cancels in the ratio; the other adds the calibration of both as"
                      + " if they were independent."
                  : ""));
    }
    obstacles.forEach(page::item);
  }
}
