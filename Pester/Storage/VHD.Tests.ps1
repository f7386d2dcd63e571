BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
}

AfterAll { Pop-Location }

Describe 'Virtual hard disks of this computer' {
    It 'need no lab' {
        $disk = New-LabVHD ./base.vhd 1GB
        $disk.VhdType | Should -Be 'Dynamic'
        $disk.Size | Should -Be 1GB
        $disk.FileSize | Should -Be (Get-Item base.vhd).Length
        $disk.LocalPath | Should -Be (Get-Item base.vhd).FullName
    }

    It 'are differencing where a parent is named' {
        $child = New-LabVHD ./child.vhd -ParentPath ./base.vhd
        $child.VhdType | Should -Be 'Differencing'
        $child.ParentPath | Should -Be (Get-Item base.vhd).FullName
        $child.Size | Should -Be 1GB
    }

    It 'are found by wildcards, from files, and literally' {
        (Get-LabVHD ./*.vhd).Count | Should -Be 2
        (Get-ChildItem *.vhd | Get-LabVHD).VhdType | Should -Be 'Dynamic', 'Differencing'
        New-LabVHD ./[a].vhd 3MB -Fixed | Out-Null
        (Get-LabVHD -LiteralPath ./[a].vhd).VhdType | Should -Be 'Fixed'
        (Get-Item -LiteralPath ./[a].vhd).Length | Should -Be (3MB + 512)
    }

    It 'refuse what cannot be' {
        { New-LabVHD ./base.vhd 1GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.NewLabVHDCommand'
        { New-LabVHD ./x.img 1GB -ErrorAction Stop } | Should -Throw '*ends with .vhd or .vhdx*'
        { New-LabVHD ./x.vhd 1GB -LogicalSectorSizeBytes 4096 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.NewLabVHDCommand'
        { New-LabVHD ./x.vhd 0 -ErrorAction Stop } | Should -Throw '*0 bytes*'
        { New-LabVHD ./x.vhd -1 -ErrorAction Stop } | Should -Throw
        { New-LabVHD ./x.vhd 2041GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.NewLabVHDCommand'
        { New-LabVHD Variable:/x.vhd 1GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAFilePath,HyperVLab.Commands.Storage.NewLabVHDCommand'
        { Get-LabVHD ./none.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.GetLabVHDCommand'
        { Get-LabVHD ./none/*.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'FileFailed,HyperVLab.Commands.Storage.GetLabVHDCommand'
        Get-LabVHD ./none*.vhd | Should -BeNullOrEmpty
        Set-Content text.vhd 'no disk'
        { Get-LabVHD ./text.vhd -ErrorAction Stop } | Should -Throw '*corrupted*'
        Test-Path x.vhd | Should -BeFalse
    }

    It 'are VHDX files by their names, with the defaults of the real cmdlet' {
        $disk = New-LabVHD ./a.vhdx 10GB
        $disk.VhdFormat | Should -Be 'VHDX'
        $disk.FileSize | Should -Be 4MB
        $disk.BlockSize, $disk.LogicalSectorSize, $disk.PhysicalSectorSize | Should -Be 32MB, 512, 4096
        $disk.Alignment, $disk.FragmentationPercentage | Should -Be 1, 0
        (New-LabVHD ./b.vhdx 1GB -LogicalSectorSizeBytes 4096).LogicalSectorSize | Should -Be 4096
        $child = New-LabVHD ./c.vhdx -ParentPath ./b.vhdx -PhysicalSectorSizeBytes 512
        $child.BlockSize, $child.LogicalSectorSize, $child.PhysicalSectorSize | Should -Be 2MB, 4096, 512
        { New-LabVHD ./d.vhd -ParentPath ./b.vhdx -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.NewLabVHDCommand'
        (New-LabVHD ./large.vhdx 64TB).Size | Should -Be 64TB
        { New-LabVHD ./larger.vhdx 65TB -ErrorAction Stop } | Should -Throw '*64 TB*'
    }

    It 'are found by the number as which they are mounted, and left alone meanwhile' {
        $mounted = Mount-LabVHD ./base.vhd -ReadOnly -Passthru
        (Get-LabVHD -DiskNumber $mounted.DiskNumber).Path | Should -Be (Get-Item base.vhd).FullName
        { Resize-LabVHD ./base.vhd 2GB -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.ResizeLabVHDCommand'
        Dismount-LabVHD ./base.vhd
        { Get-LabVHD -DiskNumber 4711 -ErrorAction Stop } | Should -Throw '*4711*'
    }

    It 'are made in the background with -AsJob' {
        (New-LabVHD ./job.vhd 1GB -AsJob | Wait-Job | Receive-Job -Wait -AutoRemoveJob).Size | Should -Be 1GB
    }

    It 'are not made under -WhatIf' {
        New-LabVHD ./what.vhd 1GB -WhatIf
        Test-Path what.vhd | Should -BeFalse
    }
}

Describe "Virtual hard disks of a lab's host" {
    BeforeAll {
        New-Lab | Out-Null
        Add-LabHost HOST1 | Out-Null
        Install-LabOperatingSystem HOST1 -Edition HyperVServer2008R2
        Enable-LabRemoteManagement HOST1
        Join-LabDomain lab.local -ComputerName HOST1 -Restart
    }

    AfterAll { Remove-Lab Lab }

    It 'are real files in the folder of the lab' {
        $disk = New-LabVHD C:\VMs\web01.vhd 40GB -ComputerName HOST1
        $disk.Path | Should -Be 'C:\VMs\web01.vhd'
        $disk.LocalPath | Should -Match ([regex]::Escape((Get-Lab).Path))
        (Get-LabVHD $disk.LocalPath).DiskIdentifier | Should -Be $disk.DiskIdentifier
        (Get-Item $disk.LocalPath).Length | Should -Be $disk.FileSize
    }

    It 'are meant where a host was entered' {
        Enter-LabHost HOST1
        (Get-LabVHD c:\vms\WEB01.vhd).ComputerName | Should -Be 'HOST1'
        Exit-LabHost
    }

    It 'refuse <Path>' -ForEach @(
        @{ Path = 'web.vhd' }, @{ Path = 'C:\..\..\web.vhd' }, @{ Path = 'C:\a*.vhd' }, @{ Path = 'C:\nul.vhd' }
        @{ Path = '\\server\share\a.vhd' }, @{ Path = 'C:\VMs\web.vhdx' }
    ) {
        { New-LabVHD $Path 1GB -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.NewLabVHDCommand'
    }

    It 'take room of the volume, which does not go below zero' {
        $before = (Get-LabVolume C -ComputerName HOST1).SizeRemaining
        New-LabVHD C:\VMs\fixed.vhd 10GB -Fixed -ComputerName HOST1 | Out-Null
        $before - (Get-LabVolume C -ComputerName HOST1).SizeRemaining | Should -Be (10GB + 4096)
        { New-LabVHD C:\VMs\more.vhd 60GB -Fixed -ComputerName HOST1 -ErrorAction Stop } |
            Should -Throw '*not enough space*0x80070070*'
    }

    It 'are not made under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        New-LabVHD C:\VMs\what.vhd 1GB -ComputerName HOST1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'come back with the lab that was exported' {
        Export-Lab TestDrive:/kept | Out-Null
        Import-Lab TestDrive:/kept -Name again | Out-Null
        $disk = Get-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 -Lab again
        $disk.DiskIdentifier | Should -Be (Get-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 -Lab Lab).DiskIdentifier
        $disk.LocalPath | Should -Not -Be (Get-LabVHD C:\VMs\web01.vhd -ComputerName HOST1 -Lab Lab).LocalPath
        Remove-Lab again
        Select-Lab Lab | Out-Null
    }
}
