BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HV1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Enterprise
    Install-LabWindowsFeature Hyper-V -ComputerName HV1 -Restart -WarningAction SilentlyContinue | Out-Null
    New-LabVHD (Join-Path $TestDrive base.vhd) 1GB | Out-Null
    Enter-LabHost HV1
    Set-Content TestDrive:/notes.txt 'what is written'
}

AfterAll { Remove-Lab Lab }

Describe 'Files in volumes' {
    It 'come from this computer with their bytes, and count' {
        $before = (Get-LabVolume -DriveLetter C).SizeRemaining
        $file = Copy-LabFile TestDrive:/notes.txt C:\Notes\ -ToComputer HV1
        $file.FullName | Should -Be 'C:\Notes\notes.txt'
        $file.Length | Should -Be (Get-Item TestDrive:/notes.txt).Length
        $before - (Get-LabVolume -DriveLetter C).SizeRemaining | Should -Be 4096
        (Copy-LabFile C:\Notes\notes.txt TestDrive:/back.txt -FromComputer HV1).Name | Should -Be back.txt
        Get-Content TestDrive:/back.txt | Should -Be 'what is written'
    }

    It 'are not overwritten' {
        { Copy-LabFile TestDrive:/notes.txt C:\Notes\notes.txt -ToComputer HV1 -ErrorAction Stop } |
            Should -Throw '*exists*'
        { Copy-LabFile C:\Notes\notes.txt TestDrive:/back.txt -FromComputer HV1 -ErrorAction Stop } |
            Should -Throw '*exists*'
        Copy-LabFile C:\Notes\notes.txt TestDrive:/back.txt -FromComputer HV1 -Force | Should -Not -BeNullOrEmpty
    }

    It 'that are virtual hard disks can be attached' {
        Copy-LabFile (Join-Path $TestDrive base.vhd) C:\Disks\base.vhd -ToComputer HV1 | Out-Null
        (Get-LabVHD C:\Disks\base.vhd).Size | Should -Be 1GB
        New-LabVM web01 -VHDPath C:\Disks\base.vhd | Out-Null
        { Remove-LabFile C:\Disks\base.vhd -ErrorAction Stop } | Should -Throw "*virtual machine 'web01'*"
        Copy-LabFile C:\Disks\base.vhd TestDrive:/out.vhd -FromComputer HV1 | Out-Null
        (Get-FileHash TestDrive:/out.vhd).Hash | Should -Be (Get-FileHash TestDrive:/base.vhd).Hash
    }

    It 'are no virtual hard disks where they are damaged' {
        Set-Content TestDrive:/bad.vhd 'rubbish'
        { Copy-LabFile TestDrive:/bad.vhd C:\bad.vhd -ToComputer HV1 -ErrorAction Stop } |
            Should -Throw '*is corrupted*'
        Get-LabFile C:\bad.vhd | Should -BeNullOrEmpty
        { Copy-LabFile TestDrive:/none.vhd C:\none.vhd -ToComputer HV1 -ErrorAction Stop } |
            Should -Throw '*does not exist*'
    }

    It 'are listed by folder and name, and deleted' {
        (Get-LabFile C:\Notes).Name | Should -Be notes.txt
        (Get-LabFile *.vhd).FullName | Should -Be 'C:\Disks\base.vhd'
        (Get-LabFile notes.txt).ComputerName | Should -Be HV1
        Remove-LabFile C:\Notes\notes.txt -WhatIf
        Get-LabFile C:\Notes\notes.txt | Remove-LabFile
        Get-LabFile C:\Notes | Should -BeNullOrEmpty
    }
}

Describe 'A journal' {
    It 'gives files again' {
        Copy-LabFile TestDrive:/notes.txt C:\Notes\ -ToComputer HV1 | Out-Null
        (Get-LabJob | Select-Object -Last 1).Script |
            Should -Be 'Copy-LabFile -ToComputer HV1 -Path $path -Destination C:\Notes\notes.txt'
    }
}
