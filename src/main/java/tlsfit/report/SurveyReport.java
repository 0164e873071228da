package tlsfit.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.Survey;
import tlsfit.result.Survey.Coverage;
import tlsfit.result.Survey.ExtremumEstimate;
import tlsfit.result.Survey.Range;
import tlsfit.result.Survey.TableSurvey;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** What a measurement covers, as text. */
public final class SurveyReport {
  private static final int WIDTH = 96;

  private SurveyReport() {}

  /**
   * The report, ending in a line feed.
   *
   * @param options what a setting is called where it is made, such as an option
   */
  public static String of(Survey survey, Function<Setting, String> options) {
    DocumentBuilder page = new DocumentBuilder(survey.sample());
    page.heading(survey.sample() + ": readable, not fitted");
    for (TableSurvey table : survey.tables()) {
      page.heading(table.name() + ", " + table.rows() + " readings").table(ranges(table));
    }
    page.heading("What a fit could determine");
    survey.findings().forEach(finding -> page.item(Explain.finding(finding).sentence(options)));
    page.heading("What the readings cover, for assumed parameters").table(coverage(survey));
    page.paragraph(
        "ξ = π Ω_R0²/(2 v0), η = ω0/(v0 T10); the shift is largest where ξ is of the order of 10."
            + " The theory needs L above 1.");
    survey.findExtremum().ifPresent(extremum -> extremum(page, extremum));
    InputTable.add(page, survey.inputs());
    survey.notes().forEach(page::item);
    return TextRenderer.of(WIDTH).render(page.document());
  }

  private static void extremum(DocumentBuilder page, ExtremumEstimate extremum) {
    @Nullable Double refined = extremum.dipoleMomentExtremum();
    page.heading("Dipole moment from the frequency minimum, without a fit")
        .paragraph(
            (refined == null ? "" : debye(refined) + " by the extremum of the model, ")
                + debye(extremum.dipoleMomentEq10())
                + " by Eq. 10 as printed; frequency minimum at F_AC = "
                + NumberText.significant(extremum.acField(), 4)
                + " V/m, dF_DC/dt = "
                + NumberText.significant(extremum.biasRate(), 4)
                + " V/m/s in "
                + extremum.table());
  }

  private static TextTable ranges(TableSurvey table) {
    TextTable text = new TextTable("lrlrll");
    row(
        text,
        table.drive().unit().equals("V/m") ? "microwave field" : "Rabi frequency",
        table.drive());
    row(
        text,
        table.bias().unit().equals("V/m/s") ? "bias field rate" : "sweep rate v0",
        table.bias());
    Range frequency = table.frequency();
    text.add(
        "frequency",
        NumberText.fixed(frequency.lowest() / 1e9, 7),
        "to",
        NumberText.fixed(frequency.highest() / 1e9, 7),
        "GHz",
        distinct(frequency));
    @Nullable Range sigma = table.sigma();
    if (sigma == null) {
      text.add("sigma", "none", "", "", "", "");
    } else {
      row(text, "sigma", sigma);
    }
    return text;
  }

  private static void row(TextTable table, String name, Range range) {
    boolean one = range.distinct() == 1;
    table.add(
        name,
        NumberText.significant(range.lowest(), 5),
        one ? "" : "to",
        one ? "" : NumberText.significant(range.highest(), 5),
        range.unit(),
        distinct(range));
  }

  private static String distinct(Range range) {
    return range.distinct() == 1 ? "in all rows" : range.distinct() + " different";
  }

  private static TextTable coverage(Survey survey) {
    TextTable table = new TextTable("rrrrr");
    table.head("dipoleMoment", "relaxationTime", "ξ", "η", "L");
    for (Coverage one : survey.coverage()) {
      table.add(
          debye(one.dipoleMoment()),
          NumberText.significant(one.relaxationTime() * 1e6, 4) + " µs",
          fromTo(one.xi()),
          fromTo(one.eta()),
          fromTo(one.logarithm()));
    }
    return table;
  }

  private static String fromTo(Range range) {
    String lowest = NumberText.significant(range.lowest(), 2);
    return range.distinct() == 1
        ? lowest
        : lowest + " to " + NumberText.significant(range.highest(), 2);
  }

  private static String debye(double dipoleMoment) {
    return NumberText.significant(DisplayUnit.DEBYE.show(dipoleMoment), 3) + " D";
  }
}
