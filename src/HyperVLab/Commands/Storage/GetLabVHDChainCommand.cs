using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Lists a virtual hard disk and its parents, from the child down: in volumes of a lab's hosts, or in this
/// computer's own file system.</summary>
/// <remarks>
/// A broken chain is listed too: State and Problem say what is wrong with a disk, StoredPath where its child says that
/// it is, and SearchedPath where it was looked for. Nothing is changed, and no data is read.
/// </remarks>
/// <example>
/// <code>Get-LabVHDChain ./web01.avhd</code>
/// Lists the disk in the present folder of this computer and all disks that it is a difference to.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd | Get-LabVHDChain | Where-Object Problem | Format-List Path, Problem, SearchedPath</code>
/// Lists what is missing, damaged, or another disk than its child asks for.
/// </example>
/// <example>
/// <code>Get-LabVHDChain C:\ClusterStorage\Volume1\web01\web01.vhd -ComputerName HVR2NODO1</code>
/// Lists the disks as a host of the lab names them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHDChain", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDiskLink))]
public sealed class GetLabVHDChainCommand : VhdReadingCmdlet
{
    /// <inheritdoc/>
    private protected override void ReadHere(string path) =>
        Write(LocalDiskReader.ReadChain(path, Environment.MachineName));

    /// <inheritdoc/>
    private protected override void ReadThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        Write(lab.Lab.Ask(new VirtualHardDiskChainQuery(new(computer.Key), path)));

    private void Write(IReadOnlyList<VirtualHardDiskLinkView> links)
    {
        foreach (VirtualHardDiskLinkView link in links)
        {
            WriteObject(new VirtualHardDiskLink(link));
        }
    }
}
