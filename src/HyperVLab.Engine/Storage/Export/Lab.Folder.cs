using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    private const string LabFileName = "lab.json";

    /// <summary>Writes the whole lab, its disks included, into a folder between two events.</summary>
    /// <param name="folder">A folder of this computer; an earlier export in it is replaced, and what did not change is
    /// reused.</param>
    /// <exception cref="LabException">This computer could not write it.</exception>
    public void ExportTo(string folder) => Export(folder, () => DiskExport.Write(_state, folder));

    /// <summary>Reads a lab that <see cref="ExportTo(string)"/> wrote. It shares nothing with its source.</summary>
    /// <param name="folder">The folder of the export.</param>
    /// <param name="disks">Where the lab's disks will be; the lab disposes it.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <exception cref="LabException">There is no lab that this version can run, or this computer refused.</exception>
    public static Lab ImportFrom(string folder, IDiskStore disks, string? name = null) =>
        Import(folder, DiskExport.BlocksOf(folder), disks, name);

    /// <summary>Writes the lab into a folder, with blocks that it shares with other checkpoints of it.</summary>
    /// <exception cref="LabException">This computer could not write it.</exception>
    internal void ExportTo(string folder, BlockFolder blocks) =>
        Export(folder, () => DiskExport.Write(_state, folder, blocks));

    /// <summary>Reads a lab whose blocks are elsewhere.</summary>
    internal static Lab Import(string folder, BlockFolder blocks, IDiskStore disks, string? name)
    {
        try
        {
            return DiskStoreException.Guard(() =>
            {
                using StreamReader text = File.OpenText(Path.Combine(folder, LabFileName));
                Lab lab = ReadFrom(text, disks, name);
                DiskExport.Read(lab._state, folder, blocks);
                return lab;
            });
        }
        catch (InvalidDataException damage)
        {
            throw LabErrors.LabFileDamaged.For(folder, damage.Message);
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.ImportFailed.For(folder, failure.Message);
        }
    }

    private void Export(string folder, Action writeDisks)
    {
        try
        {
            Hold(() => DiskStoreException.Guard(() =>
            {
                DemandWhole();
                writeDisks();
                using var text = new StringWriter();
                text.Write(Files.LabWriter.Write(Name, _state, _journal));
                DiskExport.WriteWhole(Path.Combine(folder, LabFileName), text.ToString());
                return true;
            }));
        }
        catch (DiskStoreException failure)
        {
            throw StorageErrors.ExportFailed.For(folder, failure.Message);
        }
    }
}
