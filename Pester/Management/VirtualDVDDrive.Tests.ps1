BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1', 'NODE1', 'NODE2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Enterprise
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    foreach ($name in 'NODE1', 'NODE2') {
        Install-LabWindowsFeature Hyper-V -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabVMHost NODE1 | Out-Null
    Add-LabVMHost NODE2 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    $bytes = [byte[]]::new(20 * 2048)
    $bytes[16 * 2048] = 1
    [Text.Encoding]::ASCII.GetBytes('CD001').CopyTo($bytes, 16 * 2048 + 1)
    $bytes[16 * 2048 + 6] = 1
    [IO.File]::WriteAllBytes((Join-Path $TestDrive tools.iso), $bytes)
    Copy-LabFile (Join-Path $TestDrive tools.iso) C:\Library\ -ToComputer LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    New-LabVM web01 -ComputerName NODE1 -Path C:\VMs -NewVHDPath C:\VMs\web01\web01.vhd -NewVHDSizeBytes 1GB | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'DVD drives in Virtual Machine Manager' {
    It 'are listed by machine' {
        $drive = Get-LabVirtualDVDDrive -VM web01
        $drive | Should -BeOfType HyperVLab.Objects.VirtualDVDDrive
        $drive.Bus, $drive.LUN, $drive.Connection | Should -Be 1, 0, 'None'
        'web01' | Get-LabVirtualDVDDrive | Should -HaveCount 1
        Get-LabVirtualDVDDrive -All | Should -HaveCount 1
        (Get-Alias Get-VirtualDVDDrive).Definition | Should -Be Get-LabVirtualDVDDrive
        $drive | Out-String -Width 80 | Should -BeLike '*VM*BusType*Bus*LUN*Connection*ISO*'
    }

    It 'get a copy of an image in the library, in a job' {
        $drive = Get-LabVirtualDVDDrive -VM web01 | Set-LabVirtualDVDDrive -ISO tools.iso -JobVariable job
        $drive.Connection | Should -Be ISOImage
        $drive.ISO | Should -Be 'C:\VMs\web01\tools.iso'
        $job.Steps.Name | Should -Contain 'Deploy file (using LAN)'
        (Get-LabVMDvdDrive web01).Path | Should -Be 'C:\VMs\web01\tools.iso'
    }

    It 'take their copy along when the machine moves' {
        Move-LabVM web01 -VMHost NODE2 -Path C:\VMs
        (Get-LabVirtualDVDDrive -VM web01).ISO | Should -Be 'C:\VMs\web01\tools.iso'
        Get-LabFile C:\VMs\web01\tools.iso -ComputerName NODE2 | Should -HaveCount 1
        Get-LabVirtualDVDDrive -VM web01 | Set-LabVirtualDVDDrive -NoMedia
        Get-LabFile C:\VMs\web01\* -ComputerName NODE2 | Where-Object Name -EQ tools.iso | Should -BeNullOrEmpty
    }

    It 'read a linked image from the library, which knows that they need it' {
        $drive = Get-LabVirtualDVDDrive -VM web01 | Set-LabVirtualDVDDrive -ISO tools.iso -Link
        $drive.ISOLinked | Should -BeTrue
        $drive.ISO | Should -Be '\\LIB1.lab.local\Library\tools.iso'
        (Get-LabDependentLibraryResource tools.iso).Name | Should -Be web01
        { Remove-LabISO tools.iso -ErrorAction Stop } | Should -Throw '*needed by the virtual machine web01*'
    }

    It 'are made and removed' {
        $drive = New-LabVirtualDVDDrive -VM web01 -Bus 0 -LUN 1 -ISO tools.iso
        $drive.Bus, $drive.LUN | Should -Be 0, 1
        { New-LabVirtualDVDDrive -VM web01 -Bus 0 -LUN 1 -ErrorAction Stop } | Should -Throw '*has a drive at*'
        { New-LabVirtualDVDDrive -VM web01 -Bus 1 -LUN 1 -ISO none.iso -ErrorAction Stop } |
            Should -Throw '*cannot find the library resource*'
        $drive | Remove-LabVirtualDVDDrive
        Get-LabVirtualDVDDrive -VM web01 | Should -HaveCount 1
    }
}
