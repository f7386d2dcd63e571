using System.Management.Automation;
using System.Text;
using HyperVLab.Binding;
using HyperVLab.Engine.Files;

namespace HyperVLab.Commands.Labs;

/// <summary>
/// Writes a lab's journal to a file: the seed and every request, from which the same lab can be made again.
/// </summary>
/// <remarks>
/// The file holds inputs only, with the hash that replaying them must give. The server of HyperVLab replays it without
/// PowerShell.
/// </remarks>
/// <example>
/// <code>Export-LabJournal ./run.json</code>
/// Writes the current lab's journal and the file that it became.
/// </example>
[Cmdlet(VerbsData.Export, "LabJournal", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLabJournalCommand : LabCmdlet
{
    /// <summary>The file to write on this computer.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Refuses to overwrite a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        JournalFile journal = Handle.Lab.ExportJournal();
        string path = LocalPath.Of(this, Path);
        if (NoClobber && File.Exists(path))
        {
            throw ModuleErrors.FileExists.For(path, path);
        }

        if (ShouldProcess(path))
        {
            LocalPath.Write(path, () =>
            {
                using var text = new StreamWriter(path, append: false, new UTF8Encoding(false));
                journal.WriteTo(text);
            });
            WriteObject(new FileInfo(path));
        }
    }
}
