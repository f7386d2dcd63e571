using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Copies a file of this computer into a volume of a lab's host, or one of a host out to this computer.
/// </summary>
/// <remarks>
/// This is how ISO images, scripts, answer files, drivers and virtual hard disks get into a lab: with their bytes,
/// which count on the volume. A virtual hard disk must be whole and no differencing disk. The journal carries a file of
/// up to 1 MB packed (runs of one byte are packed); of a longer one it has the digest only, and does not replay without
/// it.
/// </remarks>
/// <example>
/// <code>Copy-LabFile ./tools.iso C:\Library\tools.iso -ToComputer LIB1</code>
/// Brings an ISO image into a folder of LIB1.
/// </example>
/// <example>
/// <code>Copy-LabFile C:\Library\base.vhd ./base.vhd -FromComputer LIB1</code>
/// Takes a virtual hard disk out of the lab.
/// </example>
[Cmdlet(VerbsCommon.Copy, "LabFile", DefaultParameterSetName = "In", SupportsShouldProcess = true)]
[OutputType(typeof(HostFile), typeof(FileInfo))]
public sealed class CopyLabFileCommand : LabChangeCmdlet
{
    private const int PieceBytes = 4 << 20;

    /// <summary>The file: of this computer, or with -FromComputer the full path on the host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>
    /// Where it goes: the full path on the host, or with -FromComputer a path of this computer. A folder's path with a
    /// separator at its end gets the file's own name.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = null!;

    /// <summary>The host to which it is copied.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "In")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ToComputer { get; set; }

    /// <summary>The host from which it is copied.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Out")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? FromComputer { get; set; }

    /// <summary>Replaces a file of this computer that is there already.</summary>
    [Parameter(ParameterSetName = "Out")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (FromComputer is null)
        {
            string source = LocalPath.Of(this, Path);
            var request = CopyFile.Reading(
                source, ComputerNames.Host(Handle, ToComputer), Full(Destination, System.IO.Path.GetFileName(source)));
            if (Change(Handle, request, request.Destination, out _) is { } file)
            {
                WriteObject(file);
            }
        }
        else
        {
            CopyOut(LocalPath.Of(this, Full(Destination, Path[(Path.LastIndexOfAny(['\\', '/']) + 1)..])));
        }
    }

    private static string Full(string place, string name) => place.EndsWith('\\') || place.EndsWith('/')
        ? place + name
        : place;

    private void CopyOut(string target)
    {
        if (File.Exists(target) && !Force)
        {
            throw ModuleErrors.FileThere.For(target, target);
        }

        if (!ShouldProcess(target))
        {
            return;
        }

        LabHandle handle = Handle;
        var computer = ComputerNames.Host(handle, FromComputer);
        byte[] piece = handle.Lab.Ask(new FileContentQuery(computer, Path, 0, PieceBytes));
        LocalFiles.Write(target, file =>
        {
            for (; piece.Length > 0 && !IsStopping;
                piece = handle.Lab.Ask(new FileContentQuery(computer, Path, file.Position, PieceBytes)))
            {
                file.Write(piece);
            }
        });
        WriteObject(new FileInfo(target));
    }
}
