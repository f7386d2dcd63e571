using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Making;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Makes a lab and selects it.</summary>
/// <remarks>
/// A new lab has what nobody wants to build: a management network with a physical switch, a domain with its controller,
/// name server and a pool of addresses, and your workstation. Hosts, storage and clusters are yours to add.
/// The same seed and the same cmdlets always make the same lab, down to every identifier.
/// </remarks>
/// <example>
/// <code>New-Lab</code>
/// Makes a lab with the name "Lab".
/// </example>
/// <example>
/// <code>New-Lab -Name branch -Seed 7 -DomainName branch.example -Subnet 10.1.0.0 -PrefixLength 16</code>
/// Makes a second lab with a domain and a network of its own choice.
/// </example>
[Cmdlet(VerbsCommon.New, "Lab", SupportsShouldProcess = true)]
[OutputType(typeof(LabInfo))]
public sealed class NewLabCommand : GuardedCmdlet
{
    /// <summary>The lab's name in this process. The default is Lab.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Lab";

    /// <summary>What every random draw depends on. The default is 1.</summary>
    [Parameter]
    public long Seed { get; set; } = 1;

    /// <summary>
    /// The folder of this computer in which the lab's disks are; it must be empty or not there yet, and stays when the lab
    /// is removed. Without it, a folder of this process' own, which is deleted with the lab.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The domain's DNS name. The default is lab.local.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DomainName { get; set; }

    /// <summary>The domain's NetBIOS name. The default is the first part of its DNS name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NetBiosName { get; set; }

    /// <summary>The domain controller's computer name. The default is DC1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DomainControllerName { get; set; }

    /// <summary>The computer name of your workstation. The default is ADMIN1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorkstationName { get; set; }

    /// <summary>The name of the management network's physical switch. The default is Management.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>The management network's address. The default is 192.168.10.0.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Subnet { get; set; }

    /// <summary>How many leading bits of its address name the management network, 8 to 24. The default is 24.</summary>
    [Parameter]
    public int? PrefixLength { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabMaker.Demand(Name);
        string? path = Path is null ? null : LocalPath.Of(this, Path);
        if (ShouldProcess(Name))
        {
            LabHandle lab = LabMaker.Make(
                Name, path, disks => new Engine.Lab(Name, Seed, disks), (handle, _) => handle.Send(Request()));
            WriteObject(lab.Info);
        }
    }

    private NewLab Request()
    {
        var usual = new NewLab();
        return new NewLab
        {
            DomainName = DomainName ?? usual.DomainName,
            NetBiosName = NetBiosName,
            DomainControllerName = DomainControllerName ?? usual.DomainControllerName,
            WorkstationName = WorkstationName ?? usual.WorkstationName,
            SwitchName = SwitchName ?? usual.SwitchName,
            Subnet = Subnet ?? usual.Subnet,
            PrefixLength = PrefixLength ?? usual.PrefixLength,
        };
    }
}
