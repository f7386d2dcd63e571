using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Installs an edition of Windows on bare computers.</summary>
/// <remarks>
/// The computer runs afterwards, under the name that it was added with. The edition decides what it can do: how much
/// memory and how many sockets it uses, whether it takes failover clustering, live migration and cluster shared
/// volumes.
/// </remarks>
/// <example>
/// <code>Install-LabOperatingSystem BLADE1, BLADE2 -Edition HyperVServer2008R2</code>
/// Installs Hyper-V Server 2008 R2 on two blades, one after the other.
/// </example>
/// <example>
/// <code>Get-LabHost | Install-LabOperatingSystem -Edition WindowsServer2008R2Enterprise -AsJob | Wait-LabJob</code>
/// Installs on all hosts at once.
/// </example>
[Cmdlet(VerbsLifecycle.Install, "LabOperatingSystem", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class InstallLabOperatingSystemCommand : HostTargetCmdlet
{
    /// <summary>The edition, by its short or full name. Get-LabEdition lists them.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(EditionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Edition { get; set; } = null!;

    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new InstallOperatingSystem { Computer = target.Key, Edition = Edition };
}
