using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Pictures;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Maps the blocks of virtual hard disks: which are in the file, what they hold, and which of them
/// Optimize-LabVHD would free or keep and why.</summary>
/// <remarks>
/// The map shows itself as a picture. Its property Range has the blocks as objects, and -SvgPath draws the picture
/// into a file. A map that was kept from before a compaction can be piped in: both are then drawn into one file, cell
/// by cell at the same scale. Blocks of volumes that have shadow copies are shown as freed, though Optimize-LabVHD
/// refuses such volumes unless it is told otherwise. Nothing is changed.
/// </remarks>
/// <example>
/// <code>Get-LabVHDMap ./web01.vhd</code>
/// Shows what the blocks hold, and which could be freed.
/// </example>
/// <example>
/// <code>(Get-LabVHDMap ./web01.vhd).Range | Where-Object Fate -eq Kept | Sort-Object Length | Format-Table</code>
/// Lists what would be kept, and why.
/// </example>
/// <example>
/// <code>$before = Get-LabVHDMap web01.vhd; Optimize-LabVHD web01.vhd; $before | Get-LabVHDMap -SvgPath map.svg</code>
/// Draws the disk before and after a compaction.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHDMap", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDiskMap))]
public sealed class GetLabVHDMapCommand : VhdContentCmdlet
{
    private readonly HashSet<string> _drawn = new(StringComparer.Ordinal);

    /// <summary>
    /// What a compaction would look for, as Optimize-LabVHD takes it. Without it, Full, or Quick for a VHDX, as there.
    /// </summary>
    [Parameter]
    public CompactionMode Mode { get; set; }

    /// <summary>
    /// The SVG file to draw the map into, which is replaced; or a folder, in which the file is named after the disk.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SvgPath { get; set; }

    /// <summary>
    /// A map that was kept from before. From the pipeline, its disk is mapped again; -SvgPath draws both.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Before", ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("Compare")]
    [ValidateNotNull]
    public VirtualHardDiskMap? Before { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName != "Before")
        {
            base.Process();
        }
        else if (Before!.Handle is { } lab)
        {
            ReadThere(lab, ComputerNames.Get(lab, Before.ComputerName), Before.Path);
        }
        else
        {
            ReadHere(Before.Path);
        }
    }

    /// <inheritdoc/>
    private protected override void Read(OpenedDisk disk, LabHandle? lab)
    {
        CompactionMode mode = MyInvocation.BoundParameters.ContainsKey(nameof(Mode)) ? Mode
            : disk.Disk.Format == VhdFormat.VHDX ? CompactionMode.Quick : CompactionMode.Full;
        DiskMap found = Run("Mapping", disk, (opened, work) => DiskMap.Read(opened, mode, work));
        if (found.TableProblem is { } problem)
        {
            WriteWarning($"{disk.Path}: {problem}");
        }

        var map = new VirtualHardDiskMap(disk, found, mode, lab);
        if (SvgPath is not null)
        {
            Draw(map);
        }

        WriteObject(map);
    }

    private void Draw(VirtualHardDiskMap map)
    {
        if (Before is not null && Before.BlockSize != map.BlockSize)
        {
            throw ModuleErrors.MapsDiffer.For(map.Path, map.Path);
        }

        string path = LocalPath.Of(this, SvgPath!);
        path = Directory.Exists(path) ? System.IO.Path.Combine(path, $"{map.Picture.Title}.svg") : path;
        if (!_drawn.Add(path))
        {
            throw ModuleErrors.PictureTaken.For(path, path);
        }

        PicturePanel[] panels = Before is null
            ? [new PicturePanel(string.Empty, map.Picture)]
            : [new PicturePanel("Before", Before.Picture), new PicturePanel("After", map.Picture)];
        LocalPath.Write(path, () => File.WriteAllText(path, SvgPicture.Draw(panels)));
    }
}
