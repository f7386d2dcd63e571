BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'NODE1', 'FILE1') {
        Add-LabHost $name | Out-Null
        $edition = $name -eq 'FILE1' ? 'WindowsServer2008R2Standard' : 'HyperVServer2008R2'
        Install-LabOperatingSystem $name -Edition $edition
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    $bytes = [byte[]]::new(20 * 2048)
    $bytes[16 * 2048] = 1
    [Text.Encoding]::ASCII.GetBytes('CD001').CopyTo($bytes, 16 * 2048 + 1)
    $bytes[16 * 2048 + 6] = 1
    [IO.File]::WriteAllBytes((Join-Path $TestDrive tools.iso), $bytes)
    Set-Content TestDrive:/text.iso 'no disc'
    foreach ($file in 'tools.iso', 'text.iso') {
        Copy-LabFile (Join-Path $TestDrive $file) C:\ISO\ -ToComputer NODE1 | Out-Null
    }
    Copy-LabFile (Join-Path $TestDrive tools.iso) C:\ISO\ -ToComputer FILE1 | Out-Null
    New-LabSmbShare ISO C:\ISO -ComputerName FILE1 | Out-Null
    New-LabVM web01 -ComputerName NODE1 -NewVHDPath C:\VMs\web01.vhd -NewVHDSizeBytes 1GB | Out-Null
    New-LabVM web02 -ComputerName NODE1 -NoVHD | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'DVD drives of virtual machines' {
    It 'are there from the beginning, empty, in the real columns' {
        $drive = Get-LabVMDvdDrive web01
        $drive | Should -BeOfType HyperVLab.Objects.DvdDrive
        $drive.Name | Should -Be 'DVD Drive on IDE controller number 1 at location 0'
        $drive.DvdMediaType | Should -Be None
        $drive.Path | Should -BeNullOrEmpty
        (Get-LabVM web01).DVDDrives | Should -HaveCount 1
        $drive | Out-String -Width 120 |
            Should -BeLike '*VMName*ControllerType*ControllerNumber*ControllerLocation*DvdMediaType*Path*'
    }

    It 'take an image of the host or of a share, and give it out again' {
        Set-LabVMDvdDrive web01 -Path C:\ISO\tools.iso
        (Get-LabVMDvdDrive web01).DvdMediaType | Should -Be ISO
        (Set-LabVMDvdDrive -VMName web01 -Path '\\FILE1\ISO\tools.iso' -Passthru).Path |
            Should -Be '\\FILE1\ISO\tools.iso'
        Get-LabVM | Get-LabVMDvdDrive | Where-Object DvdMediaType -eq ISO | Should -HaveCount 1
        Get-LabVMDvdDrive web01 | Set-LabVMDvdDrive -Path $null
        (Get-LabVMDvdDrive web01).Path | Should -BeNullOrEmpty
    }

    It 'take nothing else, and say why' {
        { Set-LabVMDvdDrive web01 -Path C:\ISO\text.iso -ErrorAction Stop } |
            Should -Throw '*no ISO 9660 and no UDF file system*' -ErrorId 'OperationFailed,*'
        { Set-LabVMDvdDrive web01 -Path C:\ISO\none.iso -ErrorAction Stop } | Should -Throw '*none.iso*'
        { Set-LabVMDvdDrive web01 -Path 'C:\ISO\..\..\x.iso' -ErrorAction Stop } | Should -Throw
        { Set-LabVMDvdDrive web01 -Path '\\FILE1\none\x.iso' -ErrorAction Stop } |
            Should -Throw '*no computer of the lab*'
        { Get-LabVMDvdDrive web02 | Set-LabVMDvdDrive -ToControllerNumber 3 -ErrorAction Stop } |
            Should -Throw '*2 IDE controllers*'
    }

    It 'share the places with disks, four in all' {
        { Add-LabVMDvdDrive web01 0 0 -ErrorAction Stop } | Should -Throw '*has a drive at IDE controller 0*'
        $drive = Add-LabVMDvdDrive web02 -Path C:\ISO\tools.iso -Passthru
        $drive.ControllerNumber, $drive.ControllerLocation | Should -Be 0, 0
        Get-LabVM web02 | Add-LabVMDvdDrive -ControllerNumber 1
        Add-LabVMDvdDrive web02
        { Add-LabVMDvdDrive web02 -ErrorAction Stop } | Should -Throw '*no free location*'
        Get-LabVMDvdDrive web02 | Should -HaveCount 4
        Get-LabVMDvdDrive web02 -ControllerNumber 0 | Should -HaveCount 2
        Remove-LabVMDvdDrive web02 1 1
        Set-LabVMDvdDrive web02 0 1 -ToControllerNumber 1 -ToControllerLocation 1
        (Get-LabVMDvdDrive web02).ControllerLocation | Should -Be 0, 0, 1
        { Remove-LabVMDvdDrive web02 0 1 -ErrorAction Stop } | Should -Throw '*no such DVD drive*'
        Get-LabVMDvdDrive web02 | Remove-LabVMDvdDrive -WhatIf
        Get-LabVMDvdDrive web02 | Remove-LabVMDvdDrive
        Get-LabVMDvdDrive web02 | Should -BeNullOrEmpty
    }

    It 'change their medium but not themselves while the machine runs, and hold the file' {
        Start-LabVM web01
        Set-LabVMDvdDrive web01 -Path C:\ISO\tools.iso
        { Remove-LabFile C:\ISO\tools.iso -ComputerName NODE1 -ErrorAction Stop } | Should -Throw '*web01*'
        { Add-LabVMDvdDrive web01 -ErrorAction Stop } | Should -Throw '*while the virtual machine is off*'
        Stop-LabVM web01 -TurnOff
        Remove-LabFile C:\ISO\tools.iso -ComputerName NODE1
        { Start-LabVM web01 -ErrorAction Stop } | Should -Throw '*The system cannot find the file specified*'
        Set-LabVMDvdDrive web01 -Path ''
        Start-LabVM web01
        Stop-LabVM web01 -TurnOff
    }

    It 'stand in checkpoints with what was in them' {
        Set-LabVMDvdDrive web01 -Path '\\FILE1\ISO\tools.iso'
        Checkpoint-LabVM web01 -SnapshotName before
        Set-LabVMDvdDrive web01 -Path $null
        (Get-LabVMSnapshot web01 | Get-LabVMDvdDrive).Path | Should -Be '\\FILE1\ISO\tools.iso'
        Restore-LabVMSnapshot -VMName web01 -Name before -Confirm:$false
        (Get-LabVMDvdDrive web01).Path | Should -Be '\\FILE1\ISO\tools.iso'
    }
}
