using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>
/// Installs or removes roles and features, and writes one result for each computer as the real cmdlets do.
/// </summary>
public abstract class FeatureChangeCmdlet : LabChangeCmdlet
{
    /// <summary>The roles' and features' names. Get-LabWindowsFeature lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(KnownFeatureCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Restarts the computers that need it for what was done.</summary>
    [Parameter]
    public SwitchParameter Restart { get; set; }

    /// <summary>
    /// Goes on in the background and writes a job for each feature. Time stands still until something moves it.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool RunsAsJob => AsJob;

    /// <summary>The request for one feature of one computer.</summary>
    private protected abstract LabRequest Request(string name, Key<PhysicalComputer> computer);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        foreach (HostComputer host in HostTargets.Find(Handle, ComputerName, action => Guard(action)))
        {
            List<WindowsFeature> wanted = [];
            List<WindowsFeature> changed = [];
            foreach (string name in Name)
            {
                Guard(() => Process(host, name, wanted, changed), name);
            }

            if (wanted.Count > 0)
            {
                Finish(host, new FeatureOperationResult(host.Name, wanted, changed));
            }
        }
    }

    private void Process(
        HostComputer host, string name, List<WindowsFeature> wanted, List<WindowsFeature> changed)
    {
        FeatureState? before = StateOf(host, name);
        object? result = Change(host.Handle, Request(name, host.Key), $"{name} on {host.Name}", out _);
        if (result is WindowsFeature feature)
        {
            wanted.Add(feature);
            if (feature.InstallState != before)
            {
                changed.Add(feature);
            }
        }
    }

    private static FeatureState? StateOf(HostComputer host, string name) => host.Handle.Lab.Views<HostFeatureView>(name)
        .FirstOrDefault(view => view.ComputerKey == host.Number)?.InstallState;

    private void Finish(HostComputer host, FeatureOperationResult result)
    {
        WriteObject(result);
        if (Restart && result.RestartNeeded == "Yes")
        {
            Guard(() => Change(host.Handle, new RestartHost { Computer = host.Key }, host.Name, out _), host);
        }
    }
}
