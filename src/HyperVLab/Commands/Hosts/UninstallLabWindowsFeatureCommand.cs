using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>Removes Windows roles and features from computers.</summary>
/// <remarks>
/// Hyper-V and Multipath-IO work until the next restart. It is done at the computer's own console.
/// </remarks>
/// <example>
/// <code>Uninstall-LabWindowsFeature Multipath-IO -ComputerName HVR2NODO1 -Restart</code>
/// Takes multipath I/O off a host and restarts it.
/// </example>
[Cmdlet(VerbsLifecycle.Uninstall, "LabWindowsFeature", SupportsShouldProcess = true)]
[OutputType(typeof(FeatureOperationResult))]
public sealed class UninstallLabWindowsFeatureCommand : FeatureChangeCmdlet
{
    /// <summary>
    /// Removes the management tools with them. Every computer of the lab keeps the tools, so it changes nothing here.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeManagementTools { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(string name, Key<PhysicalComputer> computer) =>
        new UninstallWindowsFeature { Name = name, Computer = computer };
}
