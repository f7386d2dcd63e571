using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Storage;
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
/// <example>
/// <code>New-Lab -Name branch -Path ./branch</code>
/// Makes a lab that is kept in a folder. Open-Lab ./branch opens it again, tomorrow or after a power cut.
/// </example>
/// <example>
/// <code>New-Lab -Preset BladeCenterS</code>
/// Makes a cluster of two blades with a cluster shared volume, ready for virtual machines.
/// </example>
/// <example>
/// <code>New-Lab -HostCount 16 -VMCount 1000 -ClusterSize 16</code>
/// Makes an inventory at once: a cluster of sixteen hosts with a thousand virtual machines.
/// </example>
[Cmdlet(VerbsCommon.New, "Lab", DefaultParameterSetName = "Network", SupportsShouldProcess = true)]
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
    /// The folder of this computer in which the lab is kept, its disks as files; it must be empty or not there yet.
    /// Whatever a cmdlet has reported is there when Open-Lab opens the lab again, however this process ended. Without
    /// it, the lab ends with this process, and its disks are in a folder that is deleted with it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>
    /// A lab that is built already. BladeCenterS: a chassis with two clustered blades and shared storage.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Preset")]
    public LabPreset Preset { get; set; }

    /// <summary>How many hosts an inventory has.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Inventory")]
    public int HostCount { get; set; }

    /// <summary>How many virtual machines an inventory has, spread evenly over its hosts. The default is 0.</summary>
    [Parameter(ParameterSetName = "Inventory")]
    public int VMCount { get; set; }

    /// <summary>How many hosts make a cluster. The default is 0, for no clusters.</summary>
    [Parameter(ParameterSetName = "Inventory")]
    public int ClusterSize { get; set; }

    /// <summary>The domain's DNS name. The default is lab.local.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? DomainName { get; set; }

    /// <summary>The domain's NetBIOS name. The default is the first part of its DNS name.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? NetBiosName { get; set; }

    /// <summary>The domain controller's computer name. The default is DC1.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? DomainControllerName { get; set; }

    /// <summary>The computer name of your workstation. The default is ADMIN1.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? WorkstationName { get; set; }

    /// <summary>The name of the management network's physical switch. The default is Management.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>The management network's address. The default is 192.168.10.0.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    [ValidateNotNullOrEmpty]
    public string? Subnet { get; set; }

    /// <summary>How many leading bits of its address name the management network, 8 to 24. The default is 24.</summary>
    [Parameter(ParameterSetName = "Network")]
    [Parameter(ParameterSetName = "Inventory")]
    public int? PrefixLength { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabMaker.Demand(Name);
        string? path = Path is null ? null : LocalPath.Of(this, Path);
        if (ShouldProcess(Name))
        {
            LabHandle lab = LabMaker.Make(Name, path, disks => new Engine.Lab(Name, Seed, disks), Fill);
            WriteObject(lab.Info);
        }
    }

    private void Fill(LabHandle handle, FolderDiskStore disks)
    {
        // What nobody looks at costs no file.
        disks.IsDeferring = ParameterSetName != "Network";
        var builder = new LabBuilder(handle.Whole);
        switch (ParameterSetName)
        {
            case "Preset":
                BladeCenterS.Build(builder);
                break;
            case "Inventory":
                Inventory.Build(builder, Request(), new InventorySize(HostCount, VMCount, ClusterSize));
                break;
            default:
                builder.Do(Request());
                break;
        }

        disks.IsDeferring = false;
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
