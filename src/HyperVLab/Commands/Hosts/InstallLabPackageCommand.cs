using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Hosts;

/// <summary>Runs the setup of vendors' packages on computers.</summary>
/// <remarks>
/// SDDDSM is IBM's device specific module for the storage of a BladeCenter S. Its setup enables the feature
/// Multipath-IO too. It works after a restart; then each LUN is one disk with its paths. It is done at the computer's
/// own console.
/// </remarks>
/// <example>
/// <code>Install-LabPackage SDDDSM -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Installs the DSM on two hosts; restart them afterwards.
/// </example>
[Cmdlet(VerbsLifecycle.Install, "LabPackage", SupportsShouldProcess = true)]
[OutputType(typeof(SoftwarePackage))]
public sealed class InstallLabPackageCommand : HostItemCmdlet
{
    /// <summary>The packages' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(KnownPackageCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>
    /// Goes on in the background and writes a job for each package. Time stands still until something moves it.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    private protected override bool WritesResult => true;

    /// <inheritdoc/>
    private protected override string[] Items => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(string item, Key<PhysicalComputer> computer) =>
        new InstallPackage { Name = item, Computer = computer };
}
