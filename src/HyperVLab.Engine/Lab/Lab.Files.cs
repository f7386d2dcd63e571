using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using Newtonsoft.Json;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>
    /// SHA-256 of the whole state between two events, journal and name left out, in lower-case hexadecimal.
    /// </summary>
    public string StateHash => Hold(() =>
    {
        using var text = new StringWriter();
        using (JsonTextWriter writer = JsonFiles.Write(text))
        {
            writer.WriteStartObject();
            LabWriter.WriteState(writer, _state);
            writer.WriteEndObject();
        }

        return LabWriter.DigestOf(text.ToString());
    });

    /// <summary>The inputs so far.</summary>
    public IReadOnlyList<JournalEntry> Journal => Hold(() => _journal.Entries.ToArray());

    /// <summary>Writes the lab, without its disks, as lab.json.</summary>
    /// <exception cref="LabException">A defect left the lab half changed.</exception>
    public void WriteTo(TextWriter text) => text.Write(Hold(() =>
    {
        DemandWhole();
        return LabWriter.Write(Name, _state, _journal);
    }));

    /// <summary>Reads a lab that <see cref="WriteTo"/> wrote. It shares nothing with its source.</summary>
    /// <param name="text">The lab.json.</param>
    /// <param name="disks">Where its disks are; the lab disposes it.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <exception cref="LabException">
    /// The text is not a lab that this version can run; the message says why.
    /// </exception>
    public static Lab ReadFrom(TextReader text, IDiskStore disks, string? name = null)
    {
        try
        {
            (string was, LabState state, Journal journal) = LabReader.Read(text, disks);
            return new Lab(name ?? was, state, journal);
        }
        catch (InvalidDataException damage)
        {
            throw LabErrors.LabFileDamaged.For(name, damage.Message);
        }
    }
}
