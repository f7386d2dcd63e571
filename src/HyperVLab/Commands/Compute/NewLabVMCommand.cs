using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Makes a virtual machine with one network adapter, and with a new, an existing or no virtual hard disk.
/// </summary>
/// <remarks>
/// The machine is off. Whether its memory, processors and disks fit shows when it is started. With -Path its files go
/// into a folder of its name there; without it, its configuration goes into the host's folder for virtual machines.
/// </remarks> <example> <code>New-LabVM web01 2GB -ComputerName HVR2NODO2 -SwitchName VMs -NewVHDPath D:\web01.vhd
/// -NewVHDSizeBytes 20GB</code> Makes web01 on HVR2NODO2 with a new dynamic disk of 20 GB on the volume D:. </example>
/// <example> <code>1..10 | ForEach-Object { New-LabVM "vm$_" -ComputerName HVR2NODO1 -NoVHD }</code> Makes ten machines
/// without disks. </example>
[Cmdlet(VerbsCommon.New, "LabVM", DefaultParameterSetName = "No VHD", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class NewLabVMCommand : LabChangeCmdlet
{
    /// <summary>Its name. Without it, New Virtual Machine. Several machines may have one name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VMName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "New Virtual Machine";

    /// <summary>Its memory in bytes. Without it, 512 MB.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public long? MemoryStartupBytes { get; set; }

    /// <summary>Its generation: 1 is the only one that the lab models.</summary>
    [Parameter(Position = 2)]
    [ValidateSet("1", "2")]
    [ValidateNotNullOrEmpty]
    public short? Generation { get; set; }

    /// <summary>Makes it without a virtual hard disk.</summary>
    [Parameter(ParameterSetName = "No VHD")]
    public SwitchParameter NoVHD { get; set; }

    /// <summary>The virtual switch to connect it to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>
    /// Where to make a dynamic virtual hard disk for it: a path of the host. A bare file name goes into the host's
    /// folder for virtual hard disks.
    /// </summary>
    [Parameter(ParameterSetName = "New VHD", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? NewVHDPath { get; set; }

    /// <summary>The size of that disk in bytes.</summary>
    [Parameter(ParameterSetName = "New VHD", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public ulong NewVHDSizeBytes { get; set; }

    /// <summary>A virtual hard disk that exists: a path of the host.</summary>
    [Parameter(ParameterSetName = "Existing VHD", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? VHDPath { get; set; }

    /// <summary>The folder of the host in which a folder of the machine's name is made for its files.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>
    /// The hosts. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>
    /// Goes on in the background and writes a job. Time stands still until something moves it: Wait-LabJob, Step-
    /// LabClock, or another cmdlet that waits.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string? host in ComputerName ?? [null!])
        {
            Guard(() => WriteResult(Change(Handle, RequestOn(host), Name, out _)));
        }
    }

    private NewVM RequestOn(string? host) => new()
    {
        Name = Name,
        Computer = ComputerNames.Host(Handle, host),
        MemoryStartupBytes = MemoryStartupBytes,
        Generation = Generation,
        NoVHD = NoVHD,
        SwitchName = SwitchName,
        VHDPath = VHDPath,
        NewVHDPath = NewVHDPath,
        NewVHDSizeBytes = NewVHDPath is null ? null : (long)Math.Min(NewVHDSizeBytes, long.MaxValue),
        Path = Path,
    };

    private void WriteResult(object? result)
    {
        if (result is not null)
        {
            WriteObject(result);
        }
    }
}
