using HyperVLab.Disks;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>Turns what bytes and this computer have against a disk into what the lab says of it.</summary>
internal static class DiskReading
{
    /// <summary>Reads a disk where a refusal can be told: in a question, or while a request is validated.</summary>
    /// <param name="path">The path that the message names.</param>
    /// <param name="work">What is read.</param>
    /// <exception cref="LabException">There is none, it is damaged, or this computer refused.
    /// </exception>
    public static T Of<T>(string path, Func<T> work) => Change(path, StorageErrors.DiskUnreadable, work);

    /// <summary>Changes a disk of this computer.</summary>
    /// <param name="path">The path that the message names.</param>
    /// <param name="refusal">What is said where this computer refuses: of the path, and why.</param>
    /// <param name="work">The change.</param>
    /// <exception cref="LabException">There is none, it is damaged, or this computer refused.</exception>
    public static T Change<T>(string path, LabError refusal, Func<T> work)
    {
        try
        {
            return DiskStoreException.Guard(work);
        }
        catch (DiskStoreException failure)
        {
            throw refusal.For(path, path, failure.Message);
        }
        catch (DiskParentException broken)
        {
            throw VhdErrors.ChainBroken.For(path, path, broken.Message);
        }
        catch (DiskFormatException damage)
        {
            throw StorageErrors.DiskDamaged.For(path, path, damage.Message);
        }
    }

    /// <summary>As the other, of a change without a result.</summary>
    /// <exception cref="LabException">There is none, it is damaged, or this computer refused.</exception>
    public static void Change(string path, LabError refusal, Action work) => Change(path, refusal, () =>
    {
        work();
        return true;
    });

    /// <summary>
    /// Changes a disk while a request writes: every failure is this computer's, and the request fails.
    /// </summary>
    /// <exception cref="DiskStoreException">A file is missing or damaged, or this computer refused.</exception>
    public static T Strictly<T>(Func<T> work)
    {
        try
        {
            return DiskStoreException.Guard(work);
        }
        catch (DiskFormatException damage)
        {
            throw new DiskStoreException(damage.Message, damage);
        }
    }

    /// <summary>As the other, of work without a result.</summary>
    /// <exception cref="DiskStoreException">A file is missing or damaged, or this computer refused.</exception>
    public static void Strictly(Action work) => Strictly(() =>
    {
        work();
        return true;
    });
}
