using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>Installs Windows roles and features on computers.</summary>
/// <remarks>
/// An edition without the right to one refuses it, naming the edition; Hyper-V Server takes no role but Hyper-V.
/// Hyper-V and Multipath-IO work after a restart. It is done at the computer's own console.
/// </remarks>
/// <example>
/// <code>Install-LabWindowsFeature Failover-Clustering -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Installs failover clustering on two hosts.
/// </example>
/// <example>
/// <code>Install-LabWindowsFeature Multipath-IO -ComputerName HVR2NODO1 -Restart</code>
/// Enables multipath I/O and restarts the host for it.
/// </example>
[Cmdlet(VerbsLifecycle.Install, "LabWindowsFeature", SupportsShouldProcess = true)]
[OutputType(typeof(FeatureOperationResult))]
public sealed class InstallLabWindowsFeatureCommand : FeatureChangeCmdlet
{
    /// <summary>
    /// Installs the management tools with them. Every computer of the lab has the tools, so it changes nothing here.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeManagementTools { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(string name, Key<PhysicalComputer> computer) =>
        new InstallWindowsFeature { Name = name, Computer = computer };
}
