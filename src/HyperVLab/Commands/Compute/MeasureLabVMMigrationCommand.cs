using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;
using HyperVLab.Pictures;

namespace HyperVLab.Commands.Compute;

/// <summary>Foretells how a live migration would go, or reports how it went: passes, bytes, times and blackout, with a
/// chart.</summary>
/// <remarks>
/// With -DestinationHost or -Predict it says how a migration would go that begins now, or fails with the error with
/// which that migration would be refused; nothing is changed. How long resuming takes is drawn for each migration: a
/// prediction takes its mean, and gives the least and the most blackout. Without these it reports the last migration of
/// each virtual machine, or the migrations that Get-LabVMMigration wrote. This cmdlet has no counterpart in the real
/// modules.
/// </remarks>
/// <example>
/// <code>Measure-LabVMMigration web01 HVR2NODO1</code>
/// Shows how web01 would go to HVR2NODO1.
/// </example>
/// <example>
/// <code>(Measure-LabVMMigration db01 -Predict -Quick).Blackout</code>
/// Says how long db01 would stand still were it saved, moved to the best node and restored.
/// </example>
/// <example>
/// <code>Get-LabVMMigration web01 | Measure-LabVMMigration -SvgPath migrations.svg</code>
/// Reports all migrations of web01, and draws them into one file at one scale.
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "LabVMMigration", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMMigrationMeasure))]
public sealed class MeasureLabVMMigrationCommand : LabCmdlet
{
    private readonly List<VMMigrationMeasure> _measures = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "Predict", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>The host to go to.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 1)]
    [Parameter(ParameterSetName = "Predict", Position = 1)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DestinationHost { get; set; }

    /// <summary>Foretells a migration to -DestinationHost, or to the best node without it.</summary>
    [Parameter(ParameterSetName = "Predict", Mandatory = true)]
    public SwitchParameter Predict { get; set; }

    /// <summary>Foretells a quick migration: saved, moved and restored.</summary>
    [Parameter(ParameterSetName = "Predict")]
    public SwitchParameter Quick { get; set; }

    /// <summary>The migrations to report, as Get-LabVMMigration writes them.</summary>
    [Parameter(ParameterSetName = "Migration", Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMMigration[] Migration { get; set; } = [];

    /// <summary>The SVG file to draw everything into that is measured, which is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SvgPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Migration")
        {
            foreach (VMMigration migration in Migration)
            {
                Write(migration.Measure());
            }

            return;
        }

        foreach (VirtualMachine vm in Named<VirtualMachineView, VirtualMachine>(VMName))
        {
            Guard(() => Measure(vm));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(Draw);

    private void Draw()
    {
        if (SvgPath is not null && _measures.Count > 0)
        {
            string path = LocalPath.Of(this, SvgPath);
            string drawing = SvgTimeline.Draw([.. _measures.Select(MigrationTimeline.Of)]);
            LocalPath.Write(path, () => File.WriteAllText(path, drawing));
        }
    }

    private void Measure(VirtualMachine vm)
    {
        if (Predict || DestinationHost is not null)
        {
            int? host = DestinationHost is null ? null : ComputerNames.Host(vm.Handle, DestinationHost).Number;
            Write(new VMMigrationMeasure(
                vm.Handle.Lab.Ask(new MigrationForecastQuery(vm.Key.Number, host, Quick))));
        }
        else if (vm.Handle.Lab.Views<MigrationView>().LastOrDefault(view => view.VMKey == vm.Key.Number) is { } last)
        {
            Write(LabObjects.Of<VMMigration>(vm.Handle, last).Measure());
        }
    }

    private void Write(VMMigrationMeasure measure)
    {
        _measures.Add(measure);
        WriteObject(measure);
    }
}
