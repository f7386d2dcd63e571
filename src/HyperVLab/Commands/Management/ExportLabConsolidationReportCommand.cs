using System.Management.Automation;
using System.Text;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Pictures.Reports;

namespace HyperVLab.Commands.Management;

/// <summary>Writes a capacity plan, its schedule and how it went as one HTML file with charts.</summary>
/// <remarks>
/// The file loads nothing from elsewhere, shows itself on light and dark screens, and fits a phone. This cmdlet has no
/// counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Export-LabConsolidationReport plan.html -Plan $plan -Wave ($plan | Find-LabConsolidationSchedule)</code>
/// Writes a plan with its nights.
/// </example>
[Cmdlet(VerbsData.Export, "LabConsolidationReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLabConsolidationReportCommand : GuardedCmdlet
{
    /// <summary>The file to write on this computer.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The plan, as Find-LabConsolidationPlan writes it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    public CapacityPlan Plan { get; set; } = null!;

    /// <summary>The nights, as Find-LabConsolidationSchedule writes them.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNull]
    public ConversionWave[] Wave { get; set; } = [];

    /// <summary>How the conversions went, attempt by attempt.</summary>
    [Parameter(Position = 3)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public ConversionOutcome[] Outcome { get; set; } = [];

    /// <summary>What the report is headed with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Consolidation report";

    /// <summary>Refuses to overwrite a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        string path = LocalPath.Of(this, Path);
        if (NoClobber && File.Exists(path))
        {
            throw ModuleErrors.FileExists.For(path, path);
        }

        if (ShouldProcess(path))
        {
            string page = ConsolidationReport.Write(
                Title, Plan.Plan, [.. Wave.Select(static wave => wave.Wave)], Outcome);
            LocalPath.Write(path, () => File.WriteAllText(path, page, new UTF8Encoding(false)));
            WriteObject(new FileInfo(path));
        }
    }
}
